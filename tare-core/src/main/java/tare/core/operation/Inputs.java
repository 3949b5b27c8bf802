package tare.core.operation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tare.core.bank.Bank;
import tare.core.channel.ChannelMap;
import tare.core.hash.Sha256;

/// What a replay asks for by name: banks and channel maps by identity, formulas by name.
public interface Inputs {
    /// A bank of that identity, from a store for example.
    Optional<Bank> bank(Sha256 identity);

    /// A channel map of that identity, [OperationText#identity].
    default Optional<ChannelMap> map(Sha256 identity) {
        return Optional.empty();
    }

    default Optional<Formula> formula(String name) {
        return Optional.empty();
    }

    /// Banks only.
    static Inputs of(Bank... banks) {
        var byIdentity = new HashMap<Sha256, Bank>();
        for (Bank bank : banks) byIdentity.put(bank.identity(), bank);
        return identity -> Optional.ofNullable(byIdentity.get(identity));
    }

    /// Everything given.
    static Inputs of(
            Map<Sha256, Bank> banks, Map<Sha256, ChannelMap> maps, Map<String, Formula> formulas) {
        return new Inputs() {
            @Override
            public Optional<Bank> bank(Sha256 identity) {
                return Optional.ofNullable(banks.get(identity));
            }

            @Override
            public Optional<ChannelMap> map(Sha256 identity) {
                return Optional.ofNullable(maps.get(identity));
            }

            @Override
            public Optional<Formula> formula(String name) {
                return Optional.ofNullable(formulas.get(name));
            }
        };
    }
}
