package id.lindungdesa.ledger;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * A place where money lies, named by a path. A guarded account can never hold less than nothing; the others are the
 * sources from which money enters the books: a decree's budget and the insurer's funds for benefits.
 */
public record Account(String path, boolean guarded) {

    public Account {
        Objects.requireNonNull(path, "path");
    }

    /** What the province grants by a decree; unguarded, its debits are what has been allocated. */
    public static Account budget(String provinceCode, UUID decreeId) {
        return new Account("province/%s/budget/%s".formatted(provinceCode, decreeId), false);
    }

    /** What lies in the provincial treasury (RKUD provinsi) for a decree. */
    public static Account treasury(String provinceCode, UUID decreeId) {
        return guarded("province/%s/treasury/%s".formatted(provinceCode, decreeId));
    }

    /** What has reached the regency treasury (RKUD kabupaten/kota) and not yet the villages. */
    public static Account regencyTransit(String regencyCode, UUID decreeId) {
        return guarded("regency/%s/transit/%s".formatted(regencyCode, decreeId));
    }

    /** The village's money of a decree without the share for premiums. */
    public static Account villageGrant(String villageCode, UUID decreeId) {
        return guarded("village/%s/grant/%s".formatted(villageCode, decreeId));
    }

    /** The village's share for premiums, which may be spent on nothing else. */
    public static Account villagePremium(String villageCode, UUID decreeId) {
        return guarded("village/%s/premium/%s".formatted(villageCode, decreeId));
    }

    /** Premiums paid to the insurer and not yet assigned to months of cover. */
    public static Account insurerIncoming() {
        return guarded("insurer/incoming");
    }

    /** Premiums that bought cover in that month. */
    public static Account insurerPremium(YearMonth month) {
        return guarded("insurer/premium/" + month);
    }

    /** The insurer's funds for the benefits of a programme ({@code JKM}, {@code JKK}); unguarded. */
    public static Account insurerBenefit(String programme) {
        return new Account("insurer/benefit/" + programme.toLowerCase(Locale.ROOT), false);
    }

    /** What the payee of that number has received from a claim. */
    public static Account payee(UUID claimId, int number) {
        return guarded("claim/%s/payee/%d".formatted(claimId, number));
    }

    /** What a child has received as scholarship, over all school years. */
    public static Account scholarship(UUID scholarshipId) {
        return guarded("scholarship/%s".formatted(scholarshipId));
    }

    /** What a child's guardian received for time after the scholarship's end, is asked for, and has not repaid. */
    public static Account scholarshipOverpaid(UUID scholarshipId) {
        return guarded("scholarship/%s/overpaid".formatted(scholarshipId));
    }

    /** Benefits of a programme that the bank could not deliver, until they are paid again. */
    public static Account insurerReturned(String programme) {
        return guarded("insurer/returned/" + programme.toLowerCase(Locale.ROOT));
    }

    /** What the payee of that number has received of a claim beyond his right and has not repaid. */
    public static Account overpaid(UUID claimId, int number) {
        return guarded("claim/%s/overpaid/%d".formatted(claimId, number));
    }

    /** The insurer's own money, out of which it pays for its delays; the funds for benefits are not its own. Unguarded. */
    public static Account insurerOperating() {
        return new Account("insurer/operating", false);
    }

    /** What the payee of that number has received because a claim was paid late. */
    public static Account penalty(UUID claimId, int number) {
        return guarded("claim/%s/penalty/%d".formatted(claimId, number));
    }

    private static Account guarded(String path) {
        return new Account(path, true);
    }
}
