/// The house rules of ARCHITECTURE.md as tests.
///
/// In: the compiled classes of every module, the POMs, ARCHITECTURE.md. Out: a failure that names
/// the class and the rule. Counterexamples in this module's tests show that each rule can fail.
@NullMarked
package tare.architecture;

import org.jspecify.annotations.NullMarked;
