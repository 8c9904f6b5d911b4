package id.lindungdesa.bench;

import java.util.List;
import java.util.Map;

/** A decree of ten provinces' villages against one of a single province: each step by the village. */
final class DecreeSizes {

    private record Steps(Times draft, Times sign, Times open) {

        Steps() {
            this(new Times(), new Times(), new Times());
        }
    }

    private final BenchApplication application;
    private final People people;

    DecreeSizes(BenchApplication application) {
        this.application = application;
        this.people = application.people();
    }

    Report run(int villages, int times, int rounds) throws Exception {
        Province one = new Province("36", villages);
        Province many = new Province("37", villages * times);
        one.load(application, people, false);
        many.load(application, people, false);
        measure(one, new Steps());
        Steps small = new Steps();
        Steps large = new Steps();
        for (int round = 0; round < rounds; round++) {
            measure(one, small);
            measure(many, large);
        }
        Report report = new Report("A decree of %,d villages against one of %,d (%d rounds; milliseconds per village: median, least–most)"
                .formatted(many.villages().size(), one.villages().size(), rounds));
        report.table("step", "%,d villages".formatted(one.villages().size()), "%,d villages".formatted(many.villages().size()), "ratio");
        row(report, "draft with its annex", small.draft(), large.draft(), one, many);
        row(report, "signed, until it is in force with its ledger rows", small.sign(), large.sign(), one, many);
        row(report, "in force, until the last village is opened", small.open(), large.open(), one, many);
        return report;
    }

    private static void row(Report report, String step, Times small, Times large, Province one, Province many) {
        report.row(step, small.spread(one.villages().size()), large.spread(many.villages().size()),
                large.median() / many.villages().size() / (small.median() / one.villages().size()));
    }

    private void measure(Province province, Steps steps) throws Exception {
        String decree = steps.draft().time(() -> people.decree("dp3ap2-verifikator", province.terms(2026), province.annex())).get("id").asText();
        for (String[] step : List.of(new String[] {"biro-hukum", "UserTask_ReviewLegality"}, new String[] {"sekda", "UserTask_InitialDecree"})) {
            people.work(step[0], step[1], decree, Map.of("approved", true));
        }
        steps.sign().time(() -> {
            people.work("gubernur", "UserTask_SignDecree", decree, Map.of("approved", true));
            People.await("in force", 2, () -> "IN_FORCE".equals(application.jdbc()
                    .sql("select state from regulation_decree where id = :id::uuid").param("id", decree).query(String.class).single()));
            return null;
        });
        steps.open().time(() -> {
            People.await("opening", 10, () -> application.jdbc()
                    .sql("select end_time_ is not null from act_hi_procinst where business_key_ = :decree")
                    .param("decree", decree).query(Boolean.class).single());
            return null;
        });
    }
}
