package id.lindungdesa.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who acts: a user with the offices held today. */
public record Official(String user, String name, Set<Office> offices) {

    public record Office(Role role, String area) {

        /** The office that a candidate group is; none for a group of another kind. */
        public static Optional<Office> of(String group) {
            return officeOf(group);
        }

        /** As officials say it: {@code Camat 15.04.03}. */
        public String title() {
            return area.isEmpty() ? role.title() : role.title() + " " + area;
        }

        public String group() {
            return role.group(area);
        }
    }

    public Official {
        offices = Set.copyOf(offices);
    }

    /** The official whose offices are these candidate groups; a group that is no office does not count. */
    public static Official of(String user, String name, Collection<String> groups) {
        return new Official(user, name, groups.stream().map(Official::officeOf).flatMap(Optional::stream)
                .collect(Collectors.toSet()));
    }

    private static Optional<Office> officeOf(String group) {
        return Arrays.stream(Role.values())
                .filter(role -> role.area() == Role.Area.NONE ? group.equals(role.id()) : group.startsWith(role.id() + "-"))
                .findFirst()
                .map(role -> new Office(role, role.area() == Role.Area.NONE ? "" : group.substring(role.id().length() + 1)));
    }

    /** The same person as he acts for somebody whom he stands in for: what he does is recorded with both names. */
    public Official onBehalfOf(String absent, Office office) {
        return new Official(user, "%s (a.n. %s, %s)".formatted(name, absent, office.role().title()), offices);
    }

    /** Holds one of these roles, wherever. */
    public boolean is(Role... roles) {
        return offices.stream().anyMatch(office -> Arrays.asList(roles).contains(office.role()));
    }

    /** Holds the role for exactly that area (a regency, district, village code or branch). */
    public boolean holds(Role role, String area) {
        return offices.stream().anyMatch(office -> office.role() == role
                && (role.area() == Role.Area.NONE || office.area().equals(area)));
    }

    /** May look at what happens in that village: its own officials, those above it, the province and the auditors. The
     *  insurer's branches have regencies assigned to them; who knows these asks for them. */
    public boolean oversees(String villageCode) {
        return offices.stream().anyMatch(office -> switch (office.role().area()) {
            case VILLAGE, DISTRICT, REGENCY -> villageCode.equals(office.area())
                    || villageCode.startsWith(office.area() + ".");
            case NONE -> office.role().isOfficial();
            case BRANCH -> false;
        });
    }
}
