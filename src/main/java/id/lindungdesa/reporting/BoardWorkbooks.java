package id.lindungdesa.reporting;

import id.lindungdesa.table.LongSheet;
import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Service;

/** The lists of the board as workbooks: all that fits the filter, however much it is, written while it is read. */
@Service
class BoardWorkbooks {

    private final VillageStates villages;
    private final OpenWork work;
    private final ClaimStates claims;

    BoardWorkbooks(VillageStates villages, OpenWork work, ClaimStates claims) {
        this.villages = villages;
        this.work = work;
        this.claims = claims;
    }

    void villages(VillageStates.Wanted wanted, OutputStream out) {
        try (LongSheet sheet = new LongSheet(out, "Desa", List.of("Keputusan", "Kode", "Desa/kelurahan", "Jenis", "Kecamatan",
                "Kabupaten/kota", "Keadaan", "Tahap", "Alokasi (Rp)", "Di kas desa (Rp)", "Bagian premi diterima (Rp)",
                "Sisa premi (Rp)", "Diterima pada"))) {
            villages.each(wanted, one -> sheet.row(one.decree(), one.code(), one.name(), one.kelurahan() ? "Kelurahan" : "Desa",
                    one.district(), one.regency(), StateWords.village(one.state()), one.tranche(), one.allocated(), one.inVillage(),
                    one.premium(), one.premiumLeft(), one.receivedOn()));
        }
    }

    void tasks(OpenWork.Wanted wanted, OutputStream out) {
        try (LongSheet sheet = new LongSheet(out, "Tugas", List.of("Tugas", "Proses", "Jabatan", "Diambil", "Terbuka sejak",
                "Batas waktu"))) {
            work.each(wanted, one -> sheet.row(one.title(), one.processName(), one.offices(), one.taken() ? "Ya" : "Belum",
                    one.openedAt(), one.dueAt()));
        }
    }

    void claims(ClaimStates.Wanted wanted, OutputStream out) {
        try (LongSheet sheet = new LongSheet(out, "Klaim", List.of("Nomor", "Program", "Kantor cabang", "Kode desa", "Keadaan",
                "Diajukan", "Lengkap", "Bayar paling lambat", "Dibayar", "Terlambat"))) {
            claims.each(wanted, one -> sheet.row(one.number(), one.programme(), one.branch(), one.villageCode(),
                    StateWords.claim(one.state()), one.filedOn(), one.completeOn(), one.payBy(), one.paidOn(), one.late() ? "Ya" : ""));
        }
    }
}
