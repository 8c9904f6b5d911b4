package id.lindungdesa.reminder;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.identity.OfficeNames;
import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.identity.Vacancies.Vacancy;
import id.lindungdesa.notice.Mail;
import id.lindungdesa.reminder.DeskWork.Item;
import id.lindungdesa.reminder.DeskWork.When;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The one mail of a day: what is late, due today and due soon, by case numbers and places, and which offices stand empty. */
final class Digest {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");

    private final String tasklist;
    private final String offices;
    private final OfficeNames officeNames;

    Digest(String publicUrl, OfficeNames officeNames) {
        String root = publicUrl.replaceAll("/+$", "");
        this.tasklist = root + "/camunda/app/tasklist/default/";
        this.offices = root + "/camunda/jabatan.html";
        this.officeNames = officeNames;
    }

    /** @param ahead the last day that counts as soon */
    Mail of(DeskWork work, List<Vacancy> vacant, LocalDate today, LocalDate ahead, String address) {
        StringBuilder text = new StringBuilder("Tugas Anda di Lindung Desa, ").append(DateWords.weekday(today)).append("\n");
        section(text, work, When.LATE, "TERLAMBAT");
        section(text, work, When.TODAY, "JATUH TEMPO HARI INI");
        section(text, work, When.SOON, "JATUH TEMPO SAMPAI " + DateWords.day(ahead).toUpperCase(INDONESIAN));
        vacancies(text, vacant);
        text.append("\nSemua tugas Anda: ").append(tasklist).append("\n\n")
                .append("Surat ini dikirim pada hari kerja, paling banyak sekali sehari, hanya bila ada tugas yang terlambat atau\n")
                .append("segera jatuh tempo. Alamat tujuannya diubah atau dihapus di Lindung Desa, menu E-mail saya.\n");
        return new Mail(address, subject(work, vacant), text.toString());
    }

    private static String subject(DeskWork work, List<Vacancy> vacant) {
        List<String> parts = new ArrayList<>();
        if (work.late() > 0) {
            parts.add(work.late() + " terlambat");
        }
        if (work.today() > 0) {
            parts.add(work.today() + " jatuh tempo hari ini");
        }
        if (work.soon() > 0) {
            parts.add(work.soon() + " segera jatuh tempo");
        }
        if (!vacant.isEmpty()) {
            parts.add(vacant.size() + " jabatan kosong");
        }
        return "Tugas Anda: " + String.join(", ", parts);
    }

    private void vacancies(StringBuilder text, List<Vacancy> vacant) {
        if (vacant.isEmpty()) {
            return;
        }
        text.append("\nJABATAN KOSONG DI WILAYAH ANDA: ").append(vacant.size()).append('\n');
        Map<Office, String> titles = officeNames.withCodes(vacant.stream().map(Vacancy::office).toList());
        for (Vacancy one : vacant) {
            text.append("- ").append(titles.get(one.office())).append(", kosong sejak ").append(DateWords.day(one.since()))
                    .append(", ").append(one.waiting().size()).append(" tugas menunggu\n");
        }
        text.append("Usulkan penggantinya kepada pejabat yang berwenang mengangkat. Daftar tugasnya: ").append(offices).append("#kosong\n");
    }

    private void section(StringBuilder text, DeskWork work, When when, String heading) {
        int count = work.count(when);
        if (count == 0) {
            return;
        }
        text.append('\n').append(heading).append(": ").append(count).append(" tugas\n");
        List<Item> shown = work.shown(when);
        for (Item item : shown) {
            text.append("- ").append(item.title());
            if (when != When.TODAY) {
                text.append(", batas waktu ").append(DateWords.day(item.due()));
            }
            text.append("\n  ").append(tasklist).append("#/?task=").append(item.taskId()).append('\n');
        }
        if (count > shown.size()) {
            text.append("- dan ").append(count - shown.size()).append(" tugas lain\n");
        }
    }
}
