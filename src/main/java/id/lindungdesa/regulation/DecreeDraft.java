package id.lindungdesa.regulation;

import id.lindungdesa.refusal.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The terms of a decree as they were drafted, the annex apart. A term that could not be read is null or 0 and told by
 * {@link #faults}.
 *
 * @param ceiling whole rupiah that the annex may add up to
 * @param tranchePercents the shares in which a village gets its amount, in order; together 100
 * @param premiumSharePercent the share of every tranche that may be spent on premiums only
 */
public record DecreeDraft(String number, String title, String province, int fiscalYear, int edition, long ceiling,
                          List<Integer> tranchePercents, int premiumSharePercent, int workersPerVillage,
                          int monthsOfCover, List<Article> articles) {

    private static final Pattern PROVINCE = Pattern.compile("\\d\\d");

    public DecreeDraft {
        tranchePercents = List.copyOf(tranchePercents);
        articles = List.copyOf(articles);
    }

    /** Everything that is wrong with these terms by themselves, each with the JSON pointer of its field. */
    List<Finding> faults() {
        List<Finding> faults = new ArrayList<>();
        Faults found = new Faults(faults::add);
        found.unless(given(number) && number.length() <= 200, "number", "NUMBER_REQUIRED", "Nomor keputusan wajib diisi (paling panjang 200 huruf).");
        found.unless(given(title) && title.length() <= 1000, "title", "TITLE_REQUIRED", "Judul keputusan wajib diisi (paling panjang 1000 huruf).");
        found.unless(given(province) && PROVINCE.matcher(province).matches(), "province", "PROVINCE_MALFORMED",
                "Kode provinsi terdiri atas dua angka, misalnya \"15\".");
        found.unless(fiscalYear >= 2000 && fiscalYear <= 2100, "fiscalYear", "FISCAL_YEAR_INVALID",
                "Tahun anggaran harus antara 2000 dan 2100.");
        found.unless(edition >= 1945 && edition <= 9999, "edition", "EDITION_INVALID", "Edisi daftar wilayah harus berupa tahun.");
        found.unless(ceiling > 0, "ceiling", "CEILING_INVALID",
                "Pagu wajib diisi dalam rupiah utuh di atas nol, tanpa titik dan tanpa desimal.");
        found.unless(!tranchePercents.isEmpty() && tranchePercents.stream().allMatch(percent -> percent > 0),
                "tranchePercents", "TRANCHE_INVALID", "Setiap tahap harus lebih dari 0 persen.");
        found.unless(tranchePercents.isEmpty() || tranchePercents.stream().mapToLong(Integer::longValue).sum() == 100, "tranchePercents", "TRANCHES_NOT_100",
                "Jumlah persentase semua tahap harus 100.");
        found.unless(premiumSharePercent >= 0 && premiumSharePercent <= 100, "premiumSharePercent", "PREMIUM_SHARE_INVALID",
                "Bagian iuran harus antara 0 dan 100 persen.");
        found.unless(workersPerVillage >= 1 && workersPerVillage <= 100_000, "workersPerVillage", "WORKERS_INVALID",
                "Jumlah pekerja per desa harus antara 1 dan 100000.");
        found.unless(monthsOfCover >= 1 && monthsOfCover <= 120, "monthsOfCover", "MONTHS_INVALID",
                "Lama perlindungan harus antara 1 dan 120 bulan.");
        found.unless(!articles.isEmpty(), "articles", "ARTICLE_REQUIRED", "Keputusan harus menyebut sekurang-kurangnya satu dasar hukum.");
        for (int i = 0; i < articles.size(); i++) {
            Article article = articles.get(i);
            found.unless(given(article.regulation()) && given(article.article()), "articles/" + i, "ARTICLE_INCOMPLETE",
                    "Dasar hukum harus menyebut peraturan dan pasalnya.");
        }
        return faults;
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }

    private record Faults(Consumer<Finding> sink) {
        void unless(boolean holds, String field, String code, String message) {
            if (!holds) {
                sink.accept(Finding.at("/" + field, field.contains("/") ? field.substring(0, field.indexOf('/')) : field, code, message));
            }
        }
    }
}
