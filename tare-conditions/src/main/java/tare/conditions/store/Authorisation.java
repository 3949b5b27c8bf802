package tare.conditions.store;

import java.util.Set;

/// What a caller was granted, passed in by whoever knows: the command line grants what its flags
/// say, a service what its roles say.
public record Authorisation(Set<Role> roles) {
    public static final Authorisation NONE = new Authorisation(Set.of());

    public Authorisation {
        roles = Set.copyOf(roles);
    }

    public static Authorisation of(Role... roles) {
        return new Authorisation(Set.of(roles));
    }

    public boolean grants(Role role) {
        return roles.contains(role);
    }
}
