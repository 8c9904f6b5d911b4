package id.lindungdesa.regulation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a decree lays down for every village in its annex. */
public record DecreeTerms(UUID id, String number, String title, String province, int fiscalYear, int edition,
                          List<Integer> tranchePercents, int premiumSharePercent, int workersPerVillage,
                          int monthsOfCover, LocalDate inForceOn, List<Article> articles) {

    /** The decree and its articles as one line for a letter, a form or a ledger row. */
    public String legalBasis() {
        return articles.stream().map(article -> article.regulation() + " " + article.article())
                .reduce(number, (line, article) -> line + "; " + article);
    }
}
