package tare.core.operation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tare.core.bank.Bank;
import tare.core.bank.CanonicalJson;
import tare.core.channel.ChannelMap;
import tare.core.hash.Sha256;

/// Operations as words of a journal entry, and back.
///
/// The name is that of the record in kebab case, `replace-where`; each component of the record is
/// one detail. Banks and channel maps stand by their identity, formulas by their name, numbers so
/// that they read back to the same bits. So a new operation is written and read without a line
/// here.
public final class OperationText {
    static final String OPERAND = "operand";

    private OperationText() {}

    static String name(Operation operation) {
        return name(operation.getClass());
    }

    private static String name(Class<?> operation) {
        return operation
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /// The identity of a channel map: SHA-256 over both schemes and all pairs of id and address.
    public static Sha256 identity(ChannelMap map) {
        var text = new StringBuilder();
        text.append(CanonicalJson.of(map.idScheme())).append(CanonicalJson.of(map.addressScheme()));
        for (int i = 0; i < map.size(); i++) {
            text.append('\n')
                    .append(map.id(i).packed())
                    .append(' ')
                    .append(map.address(i).packed());
        }
        return Sha256.of(text.toString());
    }

    static Map<String, String> parameters(Operation operation) {
        var parameters = new TreeMap<String, String>();
        for (RecordComponent component : operation.getClass().getRecordComponents()) {
            parameters.put(component.getName(), text(value(operation, component)));
        }
        return parameters;
    }

    private static Object value(Operation operation, RecordComponent component) {
        try {
            return component.getAccessor().invoke(operation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record can be read", e);
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case Bank bank -> bank.identity().hex();
            case List<?> banks ->
                    banks.stream().map(OperationText::text).collect(Collectors.joining(" "));
            case ChannelMap map -> identity(map).hex();
            case Formula formula -> formula.name();
            case Where where -> where.text();
            case Enum<?> constant -> constant.name();
            default -> value.toString();
        };
    }

    /// Whether a journal entry of that name is an operation of this package.
    static boolean isOperation(String name) {
        return all().anyMatch(type -> name(type).equals(name));
    }

    /// All kinds of operations.
    static Stream<Class<?>> all() {
        return leaves(Operation.class);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted == null) return Stream.of(type);
        return Arrays.stream(permitted).flatMap(OperationText::leaves);
    }

    /// The operation of a journal entry.
    ///
    /// @throws Refusal if an input is missing
    /// @throws IllegalArgumentException if a parameter is missing or nonsense
    static Operation parse(String name, Map<String, String> details, Inputs inputs) {
        Class<?> type =
                all().filter(candidate -> name(candidate).equals(name))
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("there is no operation '%s'", name));
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String text = details.get(components[i].getName());
            if (text == null) {
                throw new IllegalArgumentException(
                        name + " needs '" + components[i].getName() + "', got " + details);
            }
            values[i] = parsed(components[i].getType(), text, inputs);
        }
        return constructed(type, components, values);
    }

    private static Operation constructed(
            Class<?> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (Operation) type.getConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("the parameters make no " + name(type), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record can be made", e);
        }
    }

    private static Object parsed(Class<?> type, String text, Inputs inputs) {
        if (type == double.class) return Double.parseDouble(text);
        if (type == int.class) return Integer.parseInt(text);
        if (type == String.class) return text;
        if (type == Where.class) return Where.parse(text);
        if (type == Bank.class) return bank(text, inputs);
        if (type == List.class) {
            return Arrays.stream(text.split(" ", -1))
                    .filter(hash -> !hash.isEmpty())
                    .map(hash -> bank(hash, inputs))
                    .toList();
        }
        if (type == ChannelMap.class) {
            return inputs.map(new Sha256(text))
                    .orElseThrow(() -> Refusal.notFound("channel map %s is missing", text));
        }
        if (type == Formula.class) {
            return inputs.formula(text)
                    .orElseThrow(() -> Refusal.notFound("formula '%s' is missing", text));
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text + " is no " + type.getName()));
    }

    static Bank bank(String identity, Inputs inputs) {
        return inputs.bank(new Sha256(identity))
                .orElseThrow(() -> Refusal.notFound("bank %s is missing", identity));
    }
}
