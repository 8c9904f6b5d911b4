package id.lindungdesa.identity;

import java.util.Collection;
import java.util.Map;

/** What areas are called, told by whoever keeps their list: offices know codes only. */
public interface PlaceNames {

    /** The names of these codes, {@code Kecamatan Muara Bulian}; a code that is unknown is missing. */
    Map<String, String> names(Collection<String> codes);
}
