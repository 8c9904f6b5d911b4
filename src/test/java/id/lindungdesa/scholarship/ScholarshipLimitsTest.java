package id.lindungdesa.scholarship;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.claim.PaidClaimFixture.Paid;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.scholarship.YearReview.Brought;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever families claim in whatever order, a child never receives more than the law's maximum, nor twice for a year. */
@LindungDesaTest
class ScholarshipLimitsTest {

    private static final long MAXIMUM = 87_000_000;
    private static final List<String> LEVELS = List.of("TK", "SD", "SMP", "SMA", "PT");
    private static final int[] USUAL = {2, 6, 3, 3, 5};

    @Autowired ScholarshipStage stage;
    @Autowired ScholarshipDesk desk;
    @Autowired YearOpening opening;
    @Autowired YearReview review;
    @Autowired YearPayout payout;
    @Autowired SchoolYears years;
    @Autowired Scholarships children;
    @Autowired Ledger ledger;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void set() {
        stage.set();
    }

    @Test
    void fromKindergartenToUniversityOnTimeIsTheMaximumExactly() {
        UUID child = aChildOfLongAgo(2019);
        int year = 2019;
        for (int level = 0; level < LEVELS.size(); level++) {
            for (int grade = 1; grade <= USUAL[level]; grade++) {
                claim(child, year++, LEVELS.get(level), grade);
            }
        }
        assertThat(received(child)).isEqualTo(MAXIMUM);

        claim(child, year, "PT", 6);
        assertThat(received(child)).as("a sixth year of university brings nothing").isEqualTo(MAXIMUM);
    }

    @Test
    void neverMoreThanTheMaximumAndNeverTwiceForAYear() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int lives = 0; lives < 2; lives++) {
            UUID child = aChildOfLongAgo(2019);
            int level = 0;
            for (int turn = 0; turn < 26; turn++) {
                level = Math.min(4, level + (random.nextInt(5) == 0 ? 1 : 0));
                int year = 2019 + turn - (random.nextInt(4) == 0 ? 1 : 0);
                claim(child, year, LEVELS.get(level), 1 + random.nextInt(USUAL[level]));
            }
            assertThat(received(child)).as("seed " + seed).isLessThanOrEqualTo(MAXIMUM).isPositive();
            List<SchoolYear> paid = years.of(child).stream().filter(one -> one.state() == YearState.PAID).toList();
            assertThat(paid).as("seed " + seed).extracting(SchoolYear::year).doesNotHaveDuplicates();
            for (int at = 0; at < LEVELS.size(); at++) {
                String name = LEVELS.get(at);
                assertThat(paid.stream().filter(one -> one.proof().level().name().equals(name)).count()).as("seed %d, %s", seed, name)
                        .isLessThanOrEqualTo(USUAL[at]);
            }
            assertThat(paid.stream().mapToLong(one -> one.ruling().rupiah().amount()).sum()).isEqualTo(received(child));
            assertThat(paid.stream().flatMap(one -> ledger.transfersOf(one.number()).stream()).map(Transfer::id)).doesNotHaveDuplicates()
                    .hasSize(paid.size());
        }
    }

    /** Registered, and then put so far back that every school year since has begun. */
    private UUID aChildOfLongAgo(int event) {
        Paid claim = stage.claim();
        UUID child = stage.registered(claim, 9).scholarshipId();
        jdbc.sql("update claim_claim set event_date = :event where id = :id").param("event", LocalDate.of(event, 12, 2)).param("id", claim.id()).update();
        jdbc.sql("update scholarship_scholarship set birth_date = :born where id = :id").param("born", stage.today().minusYears(10))
                .param("id", child).update();
        jdbc.sql("update scholarship_year set school_year = 1900, number = 'x' where scholarship_id = :id").param("id", child).update();
        return child;
    }

    /** One school year from draft to money, by the services alone; what is refused on the way brings nothing. */
    private void claim(UUID scholarship, int year, String level, int grade) {
        try {
            SchoolYear draft = SchoolYear.draft(UUID.randomUUID(), children.get(scholarship), year,
                    new SchoolYear.Dates(LocalDate.of(2019, 7, 1), stage.today(), stage.today(), stage.today().plusYears(1)), "b-operator",
                    java.time.Instant.now());
            years.add(draft);
            stage.as(ScholarshipStage.OPERATOR, () -> opening.open(draft.id()));
            stage.as(ScholarshipStage.OPERATOR, () -> {
                review.prove(draft.id(), new Brought(level, (long) grade, "NO", "NO", null, papers));
                return true;
            });
            review.judge(draft.id());
            stage.as(ScholarshipStage.OFFICER, () -> {
                review.check(draft.id(), true, null);
                return true;
            });
            boolean payable = stage.as(ScholarshipStage.HEAD, () -> review.approve(draft.id(), true, null));
            if (payable) {
                stage.bankKnows(draft.id());
                stage.as(ScholarshipStage.FINANCE, () -> {
                    payout.order(draft.id(), "UJI-1");
                    return true;
                });
                payout.pay(draft.id());
            }
        } catch (Refusal expected) {
            assertThat(expected.code()).isIn("SCHOLARSHIP_YEAR_EXISTS", "LEVEL_OUT_OF_ORDER", "GRADE_UNKNOWN");
        }
    }

    private String papers;

    @BeforeEach
    void papersOfTheFamily() {
        papers = stage.documents(ScholarshipStage.OPERATOR, java.util.stream.Stream.concat(ScholarshipStage.FIRST_PAPERS.stream(),
                ScholarshipStage.YEARLY_PAPERS.stream()).toList());
    }

    private long received(UUID child) {
        return ledger.balance("scholarship/" + child);
    }
}
