package id.lindungdesa.benefit;

import id.lindungdesa.benefit.Assessment.Component;
import id.lindungdesa.benefit.Assessment.Share;
import id.lindungdesa.money.Rupiah;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides a benefit among the payees: equal parts of the total, an odd rupiah to the first listed. Each component is cut
 * so that a payee's parts add up to exactly his part of the total, since each is a ledger line with its own article.
 */
public final class Shares {

    /** The payee who is no person: the Social Security Fund (Dana Jaminan Sosial), where no heir is left. */
    public static final int FUND = 0;

    /** The payee who is the worker himself, where he lives. */
    public static final int WORKER = -1;

    private static final String FUNERAL = "FUNERAL";

    private Shares() {}

    /** What each payee gets of each component, payees and components in their order; parts of nothing are left out. */
    public static List<Share> equal(List<Component> components, List<Integer> payees) {
        Map<Integer, Long> open = partsOf(components.stream().mapToLong(component -> component.rupiah().amount()).sum(), payees);
        List<Share> shares = new ArrayList<>();
        Map<Component, Map<Integer, Long>> floors = new LinkedHashMap<>();
        for (Component component : components) {
            Map<Integer, Long> floor = new LinkedHashMap<>();
            for (int payee : payees) {
                long part = component.rupiah().amount() / payees.size();
                floor.put(payee, part);
                open.merge(payee, -part, Long::sum);
            }
            floors.put(component, floor);
        }
        floors.forEach((component, floor) -> {
            long odd = component.rupiah().amount() % payees.size();
            for (int payee : payees) {
                long more = Math.min(odd, open.get(payee));
                open.merge(payee, -more, Long::sum);
                odd -= more;
                add(shares, payee, component.code(), floor.get(payee) + more);
            }
        });
        return shares;
    }

    /** By parts of their sum, as a court names them; what does not divide goes to the first listed. */
    public static List<Share> byParts(List<Component> components, Map<Integer, Integer> parts) {
        long all = parts.values().stream().mapToLong(Integer::longValue).sum();
        List<Share> shares = new ArrayList<>();
        for (Component component : components) {
            long whole = component.rupiah().amount();
            Map<Integer, Long> cut = new LinkedHashMap<>();
            // whole and rest apart, so that no product overflows
            parts.forEach((payee, part) -> cut.put(payee, whole / all * part + whole % all * part / all));
            long odd = whole - cut.values().stream().mapToLong(Long::longValue).sum();
            cut.merge(cut.keySet().iterator().next(), odd, Long::sum);
            cut.forEach((payee, rupiah) -> add(shares, payee, component.code(), rupiah));
        }
        return shares;
    }

    /** Without heirs and will: the funeral money to whoever arranged the funeral, the rest to the fund. */
    static List<Share> withoutHeirs(List<Component> components, List<Integer> organisers) {
        List<Share> shares = new ArrayList<>(equal(
                components.stream().filter(component -> component.code().equals(FUNERAL)).toList(), organisers));
        components.stream().filter(component -> !component.code().equals(FUNERAL))
                .forEach(component -> add(shares, FUND, component.code(), component.rupiah().amount()));
        return shares;
    }

    private static Map<Integer, Long> partsOf(long total, List<Integer> payees) {
        Map<Integer, Long> parts = new LinkedHashMap<>();
        long odd = total % payees.size();
        for (int payee : payees) {
            parts.put(payee, total / payees.size() + (parts.isEmpty() ? odd : 0));
        }
        return parts;
    }

    private static void add(List<Share> shares, int payee, String code, long rupiah) {
        if (rupiah > 0) {
            shares.add(new Share(payee, code, Rupiah.of(rupiah)));
        }
    }
}
