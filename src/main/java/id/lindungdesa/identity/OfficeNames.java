package id.lindungdesa.identity;

import id.lindungdesa.identity.Official.Office;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Offices as one says them: {@code Camat Muara Bulian}, {@code Kepala Desa Malapari}, {@code Petugas klaim BPJS cabang Jambi}. */
@Component
public class OfficeNames {

    private final PlaceNames places;

    OfficeNames(PlaceNames places) {
        this.places = places;
    }

    /**
     * The names of these offices, by one question however many they are. Of the two heads that a village's task is for one
     * exists: a desa has a kades, a kelurahan a lurah; the other has no name.
     */
    public Map<Office, String> of(Collection<Office> offices) {
        Map<String, String> called = areas(offices);
        return offices.stream().distinct().filter(office -> exists(office, called))
                .collect(Collectors.toMap(office -> office, office -> name(office, called)));
    }

    /** The same with the code of the place, for lists in which two places may have one name; every office has one. */
    public Map<Office, String> withCodes(Collection<Office> offices) {
        Map<String, String> called = areas(offices);
        return offices.stream().distinct().collect(Collectors.toMap(office -> office, office -> name(office, called)
                + (called.containsKey(office.area()) ? " (" + office.area() + ")" : "")));
    }

    /** One office with the code of its place: {@code Camat Kumpeh (15.05.01)}. */
    public String withCode(Office office) {
        return withCodes(List.of(office)).get(office);
    }

    private Map<String, String> areas(Collection<Office> offices) {
        return places.names(offices.stream().filter(office -> office.role().area() != Role.Area.NONE && office.role().area() != Role.Area.BRANCH)
                .map(Office::area).distinct().toList());
    }

    private static String name(Office office, Map<String, String> places) {
        String title = office.role().title();
        return switch (office.role().area()) {
            case NONE -> title;
            case BRANCH -> title + " cabang " + Arrays.stream(office.area().split("-"))
                    .map(word -> word.substring(0, 1).toUpperCase() + word.substring(1)).collect(Collectors.joining(" "));
            case REGENCY -> title + " " + places.getOrDefault(office.area(), office.area());
            case DISTRICT, VILLAGE -> title + " " + places.getOrDefault(office.area(), office.area())
                    .replaceFirst("^(Kecamatan|Desa|Kelurahan) ", "");
        };
    }

    private static boolean exists(Office office, Map<String, String> places) {
        String place = places.getOrDefault(office.area(), "");
        return office.role() == Role.KADES ? !place.startsWith("Kelurahan ") : office.role() != Role.LURAH || !place.startsWith("Desa ");
    }
}
