package id.lindungdesa.letter;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Who writes: the organisation, the office, and a line below. */
public record Letterhead(String organisation, String office, String line) {

    /** Of a branch by the name its officials' groups have: {@code muara-bungo}. */
    public static Letterhead ofBranch(String branch) {
        String name = Arrays.stream(branch.split("-")).filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining(" "));
        return new Letterhead("BPJS Ketenagakerjaan", "Kantor Cabang " + name, "Perlindungan pekerja rentan desa");
    }

    String issuer() {
        return organisation + ", " + office;
    }
}
