package id.lindungdesa.claim;

import id.lindungdesa.money.Rupiah;
import java.util.List;
import java.util.Map;

/**
 * What the law gives for a death: the decision, why, every amount with its article, and what each payee receives of it.
 * A referred claim shows what would be due if people decide to grant it; a rejected one has no components.
 *
 * @param reasons codes of the REST contract, empty where the claim is granted in full
 * @param legalBasis what the decision itself rests on
 * @param arrears premiums that stand open in the grace period
 * @param ruleVersions the decision tables that were asked, each in the version that answered
 */
record Assessment(Decision decision, List<String> reasons, String legalBasis, Membership membership,
                  List<Component> components, List<Share> shares, Rupiah arrears, Map<String, String> ruleVersions) {

    enum Decision { GRANTED, REDUCED, REFER, REJECTED }

    /** One amount of the benefit by its code in the REST contract. */
    record Component(String code, Rupiah rupiah, String legalBasis, String ruleVersion) {}

    /** What one payee, by his place among the heirs or {@link Shares#FUND}, gets of one component. */
    record Share(int payee, String code, Rupiah rupiah) {}

    Assessment {
        reasons = List.copyOf(reasons);
        components = List.copyOf(components);
        shares = List.copyOf(shares);
        ruleVersions = Map.copyOf(ruleVersions);
    }

    Rupiah total() {
        return components.stream().map(Component::rupiah).reduce(Rupiah.ZERO, Rupiah::plus);
    }

    Rupiah of(int payee) {
        return shares.stream().filter(share -> share.payee() == payee).map(Share::rupiah).reduce(Rupiah.ZERO, Rupiah::plus);
    }

    List<Integer> payees() {
        return shares.stream().map(Share::payee).distinct().toList();
    }
}
