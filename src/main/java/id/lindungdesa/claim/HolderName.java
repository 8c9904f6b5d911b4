package id.lindungdesa.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A person's name as banks and families write it: in capitals or not, with or without Haji, degree and full stops. What is
 * left when these are taken off must be equal; a shortened name is another name, which a person looks at.
 */
final class HolderName {

    private static final Set<String> BEFORE = Set.of("H", "HJ", "HAJI", "HAJJAH", "KH", "DR", "DRA", "DRS", "IR", "PROF", "TN",
            "NY", "NN", "BPK", "SDR", "SDRI", "ALM", "ALMH");
    private static final Set<String> DEGREES = Set.of("SPD", "SPDI", "SE", "SEI", "SH", "SHI", "SSI", "SKOM", "SAG", "SSOS",
            "SSOSI", "SIP", "SIKOM", "ST", "STP", "SKEP", "SKM", "SKED", "SP", "SPT", "SHUM", "SFARM", "SGZ", "SPSI", "SST",
            "SSTP", "SSN", "SS", "MM", "MPD", "MPDI", "MSI", "MSC", "MH", "MHI", "MKES", "MAG", "MA", "MT", "MAP", "MKOM", "AMD",
            "AMDKEB", "AMDKEP", "AMA", "AMAPD", "NS", "BA", "LC", "PHD", "ALM", "ALMH");

    private HolderName() {}

    static boolean same(String one, String other) {
        String bare = bare(one);
        return !bare.isEmpty() && bare.equals(bare(other));
    }

    /** The name alone, in capitals, its words separated by one space. */
    static String bare(String name) {
        String[] parts = name.toUpperCase(Locale.ROOT).split(",", -1);
        List<String> words = new ArrayList<>();
        for (int part = 0; part < parts.length; part++) {
            for (String word : parts[part].strip().split("\\s+")) {
                String letters = word.replaceAll("[^\\p{L}\\p{N}]", "");
                boolean dotted = word.contains(".");
                boolean title = words.isEmpty() && BEFORE.contains(letters) || dotted && BEFORE.contains(letters)
                        || (part > 0 || dotted && letters.length() > 1) && DEGREES.contains(letters);
                if (!letters.isEmpty() && !title) {
                    words.add(dotted ? word.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() : letters);
                }
            }
        }
        return String.join(" ", words);
    }
}
