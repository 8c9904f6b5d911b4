package id.lindungdesa.benefit;

import id.lindungdesa.money.Rupiah;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the law gives for an event: the decision, why, every amount with its article, and what each payee receives of it.
 * A referred claim shows what would be due if people decide to grant it; a rejected one has no components.
 *
 * @param reasons codes of the REST contract, empty where the claim is granted in full
 * @param flags signs of risk, which change nothing
 * @param legalBasis what the decision itself rests on
 * @param membership null where the cover is not known
 * @param shares the components among the payees; empty where it is not known who they are
 * @param arrears premiums that stand open in the grace period
 * @param ruleVersions the decision tables that were asked, each in the version that answered
 */
public record Assessment(Decision decision, List<String> reasons, List<String> flags, String legalBasis, Membership membership,
                  List<Component> components, List<Share> shares, Rupiah arrears, List<Grant> scholarship,
                  Map<String, String> ruleVersions) {

    /** From the best to the worst: of two the worse one holds. */
    public enum Decision { GRANTED, REDUCED, REFER, REJECTED }

    /** One amount of the benefit by its code in the REST contract. */
    public record Component(String code, Rupiah rupiah, String legalBasis, String ruleVersion) {}

    /** What one payee, by his place among the heirs, {@link Shares#FUND} or {@link Shares#WORKER}, gets of one component. */
    public record Share(int payee, String code, Rupiah rupiah) {}

    /**
     * A child's scholarship for a school year, by the child's place in the list; nothing yet for a child below school age.
     *
     * @param projection from this year to the end of university, should the child study on time
     */
    public record Grant(int child, Schooling.Level level, int schoolYear, Rupiah rupiah, Rupiah projection, String legalBasis) {}

    public Assessment {
        reasons = List.copyOf(reasons);
        flags = List.copyOf(flags);
        components = List.copyOf(components);
        shares = List.copyOf(shares);
        scholarship = List.copyOf(scholarship);
        ruleVersions = Collections.unmodifiableMap(new LinkedHashMap<>(ruleVersions));
    }

    /** All cash, without treatment, aids, scholarship and penalty. */
    public Rupiah total() {
        return components.stream().map(Component::rupiah).reduce(Rupiah.ZERO, Rupiah::plus);
    }

    Rupiah of(int payee) {
        return shares.stream().filter(share -> share.payee() == payee).map(Share::rupiah).reduce(Rupiah.ZERO, Rupiah::plus);
    }

    List<Integer> payees() {
        return shares.stream().map(Share::payee).distinct().toList();
    }

    Rupiah scholarshipTotal() {
        return scholarship.stream().map(Grant::rupiah).reduce(Rupiah.ZERO, Rupiah::plus);
    }

    Rupiah scholarshipProjection() {
        return scholarship.stream().map(Grant::projection).reduce(Rupiah.ZERO, Rupiah::plus);
    }
}
