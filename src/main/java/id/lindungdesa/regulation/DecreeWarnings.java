package id.lindungdesa.regulation;

import id.lindungdesa.money.Rupiah;
import java.util.ArrayList;
import java.util.List;

/**
 * Does a decree's arithmetic before its reviewers do: whether the share for premiums buys the cover that the decree
 * promises, tranche by tranche, and who is left out. All of it from the decree's own numbers and the premium in force.
 *
 * @param missing villages of the edition that are not in the annex
 * @param premium of one worker and month, whole rupiah
 * @param waitingMonths months of membership before the full death benefit, 0 where the law knows no waiting
 */
record DecreeWarnings(DecreeDraft draft, Annex annex, int missing, Rupiah premium, long waitingMonths, String waitingBasis) {

    private static final int MONTHS_OF_A_YEAR = 12;

    List<DecreeWarning> all() {
        List<DecreeWarning> warnings = new ArrayList<>();
        if (!annex.ignoredColumns().isEmpty()) {
            warnings.add(DecreeWarning.of("COLUMNS_IGNORED", "Kolom lampiran berikut tidak dibaca: %s."
                    .formatted(String.join(", ", annex.ignoredColumns()))));
        }
        if (missing > 0) {
            warnings.add(new DecreeWarning("VILLAGE_MISSING",
                    "%s desa dan kelurahan dalam daftar wilayah edisi %d tidak ada dalam lampiran."
                            .formatted(count(missing), draft.edition()), missing, null, null));
        }
        kelurahan(warnings);
        shortfall(warnings);
        firstTranche(warnings);
        unspent(warnings);
        return warnings;
    }

    private void kelurahan(List<DecreeWarning> warnings) {
        List<Annex.Line> kelurahan = annex.lines().stream().filter(line -> line.village().kelurahan()).toList();
        if (!kelurahan.isEmpty()) {
            Rupiah sum = sum(kelurahan);
            warnings.add(new DecreeWarning("KELURAHAN_WITHOUT_ROUTE",
                    ("%s kelurahan dengan jumlah %s tidak mempunyai rekening kas desa; alokasinya menunggu jalur melalui "
                            + "anggaran kabupaten/kota.").formatted(count(kelurahan.size()), sum),
                    kelurahan.size(), null, sum.amount()));
        }
    }

    /**
     * PREMIUM_SHORTFALL against a whole year, also where the decree plans fewer months: a worker whose cover ends in the
     * eleventh month is uninsured in the twelfth. What is left after the planned months is PREMIUM_RESIDUE.
     */
    private void shortfall(List<DecreeWarning> warnings) {
        if (draft.premiumSharePercent() == 0) {
            return;
        }
        int year = Math.max(draft.monthsOfCover(), MONTHS_OF_A_YEAR);
        Tally shortage = new Tally();
        Tally left = new Tally();
        for (Annex.Line line : annex.lines()) {
            Rupiah share = premiumShare(line.rupiah());
            if (share.isLessThan(premiums(year))) {
                shortage.add(premiums(year).minus(share));
            }
            if (!share.isLessThan(premiums(draft.monthsOfCover()))) {
                left.add(share.minus(premiums(draft.monthsOfCover())));
            }
        }
        if (shortage.villages > 0) {
            warnings.add(new DecreeWarning("PREMIUM_SHORTFALL",
                    "Iuran %s melebihi bagian iuran %d persen%s: kurang %s, %s untuk %s desa dan kelurahan.".formatted(
                            need(year), draft.premiumSharePercent(), share(), shortage.perVillage(), shortage.sum,
                            count(shortage.villages)),
                    shortage.villages, shortage.same(), shortage.sum.amount()));
        }
        if (left.villages > 0 && !left.sum.isZero()) {
            warnings.add(new DecreeWarning("PREMIUM_RESIDUE",
                    "Setelah iuran %s, bagian iuran masih bersisa %s, %s untuk %s desa dan kelurahan.".formatted(
                            need(draft.monthsOfCover()), left.perVillage(), left.sum, count(left.villages)),
                    left.villages, left.same(), left.sum.amount()));
        }
    }

    private Rupiah premiums(int months) {
        return premium.times(draft.workersPerVillage()).times(months);
    }

    private String need(int months) {
        return "%d pekerja × %d bulan × %s = %s per desa".formatted(draft.workersPerVillage(), months, premium, premiums(months));
    }

    /**
     * The cover that the first tranche alone buys ends before the full death benefit begins: when the second tranche is
     * late, nobody has had the full benefit for a single day.
     */
    private void firstTranche(List<DecreeWarning> warnings) {
        Rupiah month = premium.times(draft.workersPerVillage());
        Tally left = new Tally();
        long fewest = Long.MAX_VALUE;
        long most = 0;
        Rupiah earmark = Rupiah.ZERO;
        for (Annex.Line line : annex.lines()) {
            Rupiah first = line.rupiah().percent(draft.tranchePercents().get(0)).percent(draft.premiumSharePercent());
            long months = first.amount() / month.amount();
            if (!first.isZero() && months <= waitingMonths) {
                fewest = Math.min(fewest, months);
                most = Math.max(most, months);
                left.add(first.minus(month.times(months)));
                earmark = first;
            }
        }
        if (left.villages > 0) {
            warnings.add(new DecreeWarning("COVER_ENDS_BEFORE_FULL_BENEFIT",
                    ("Tahap pertama %d persen%s hanya cukup untuk %d pekerja selama %s bulan, sisa %s di %s desa dan kelurahan. "
                            + "Perlindungan berakhir sebelum manfaat kematian penuh berlaku, yaitu setelah %d bulan kepesertaan (%s), "
                            + "apabila tahap berikutnya terlambat.")
                            .formatted(draft.tranchePercents().get(0), left.same() == null ? "" : " (iuran %s per desa)".formatted(earmark),
                                    draft.workersPerVillage(), fewest == most ? String.valueOf(most) : fewest + "–" + most,
                                    left.perVillage(), count(left.villages), waitingMonths, waitingBasis),
                    left.villages, left.same(), left.sum.amount()));
        }
    }

    private void unspent(List<DecreeWarning> warnings) {
        Rupiah left = Rupiah.of(draft.ceiling()).minus(sum(annex.lines()));
        if (!left.isZero()) {
            warnings.add(new DecreeWarning("CEILING_NOT_USED", "Jumlah lampiran %s lebih kecil daripada pagu %s: %s tidak dialokasikan."
                    .formatted(sum(annex.lines()), Rupiah.of(draft.ceiling()), left), null, null, left.amount()));
        }
    }

    /** What a village may spend on premiums, tranche by tranche: each share is rounded down where it arrives. */
    private Rupiah premiumShare(Rupiah granted) {
        Rupiah share = Rupiah.ZERO;
        Rupiah rest = granted;
        List<Integer> percents = draft.tranchePercents();
        for (int i = 0; i < percents.size(); i++) {
            Rupiah tranche = i == percents.size() - 1 ? rest : granted.percent(percents.get(i));
            rest = rest.minus(tranche);
            share = share.plus(tranche.percent(draft.premiumSharePercent()));
        }
        return share;
    }

    private String share() {
        Tally shares = new Tally();
        annex.lines().forEach(line -> shares.add(premiumShare(line.rupiah())));
        return shares.same() == null ? "" : " (%s)".formatted(Rupiah.of(shares.same()));
    }

    private static Rupiah sum(List<Annex.Line> lines) {
        return lines.stream().map(Annex.Line::rupiah).reduce(Rupiah.ZERO, Rupiah::plus);
    }

    private static String count(int number) {
        return Rupiah.of(number).toString().substring(2);
    }

    /** How many villages, how much in all, and whether it is the same for each. */
    private static final class Tally {
        private int villages;
        private Rupiah sum = Rupiah.ZERO;
        private Rupiah least;
        private Rupiah most;

        void add(Rupiah rupiah) {
            villages++;
            sum = sum.plus(rupiah);
            least = least == null || rupiah.isLessThan(least) ? rupiah : least;
            most = most == null || most.isLessThan(rupiah) ? rupiah : most;
        }

        Long same() {
            return least != null && least.equals(most) ? Long.valueOf(least.amount()) : null;
        }

        String perVillage() {
            return least.equals(most) ? least + " per desa" : "%s sampai %s per desa".formatted(least, most);
        }
    }
}
