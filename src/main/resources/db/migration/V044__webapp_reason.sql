-- Why people return or decline, step by step: what an official picks instead of typing it, and what a report can count. The
-- list belongs to the office that runs the system: rows may be added, reworded or retired (what was given keeps its words).
-- '*' is for steps that have no list of their own.
create table webapp_reason (
    step    text    not null,
    code    text    not null constraint webapp_reason_code check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    place   integer not null,
    wording text    not null constraint webapp_reason_wording check (length(wording) between 5 and 160),
    retired boolean not null default false,
    constraint webapp_reason_pk primary key (step, code)
);

-- What was given: which reason, at which step of which case. The note itself stays with the case.
create table webapp_reason_given (
    task_id  text        not null constraint webapp_reason_given_pk primary key,
    process  text        not null,
    step     text        not null,
    case_id  text,
    code     text        not null,
    given_at timestamptz not null
);
create index webapp_reason_given_by_step on webapp_reason_given (process, step, code, given_at);

create view report_reason as
    select process, step, code, cast(date_trunc('month', given_at at time zone 'Asia/Jakarta') as date) as month, count(*) as times
      from webapp_reason_given group by process, step, code, month;

insert into webapp_reason (step, code, place, wording)
    select step, code, place, wording from unnest(array['UserTask_RecommendRequest', 'UserTask_VerifyRequest', 'UserTask_SignRequest']) as step,
        (values ('DOCUMENT_MISSING', 1, 'Dokumen wajib belum lengkap.'),
            ('UNSIGNED', 2, 'Tanda tangan, stempel, atau meterai belum ada.'),
            ('AMOUNT_DIFFERS', 3, 'Jumlah yang diminta tidak sama dengan pagu desa.'),
            ('BUDGET_UNCLEAR', 4, 'Rencana anggaran tidak sesuai peruntukan.'),
            ('ACCOUNT_DIFFERS', 5, 'Rekening kas desa tidak sesuai.'),
            ('UNREADABLE', 6, 'Hasil pindai tidak terbaca.')) as reason (code, place, wording);
insert into webapp_reason (step, code, place, wording)
    select step, code, place, wording from unnest(array['UserTask_VerifyBatch', 'UserTask_ApproveBatch']) as step,
        (values ('VILLAGE_NOT_READY', 1, 'Ada desa yang berkasnya belum siap.'),
            ('SUM_DIFFERS', 2, 'Jumlah rekapitulasi tidak cocok.'),
            ('BUDGET_LINE_MISSING', 3, 'Pos pendapatan kabupaten/kota belum tersedia.'),
            ('SPJ_MISSING', 4, 'SPJ tahap sebelumnya belum lengkap.')) as reason (code, place, wording);
insert into webapp_reason (step, code, place, wording)
    select step, code, place, wording from unnest(array['UserTask_IssueSpm', 'UserTask_IssueSp2d']) as step,
        (values ('PAPERS_INCOMPLETE', 1, 'Kelengkapan SPP atau SPM belum terpenuhi.'),
            ('AMOUNT_DIFFERS', 2, 'Jumlah pada dokumen tidak sama.'),
            ('ACCOUNT_DIFFERS', 3, 'Rekening tujuan tidak sesuai.'),
            ('NO_FUNDS', 4, 'Anggaran kas belum tersedia.')) as reason (code, place, wording);
insert into webapp_reason (step, code, place, wording)
    select step, code, place, wording from unnest(array['UserTask_AdoptWorkerList', 'UserTask_CheckRegistration']) as step,
        (values ('NOT_WORKING', 1, 'Ada pekerja yang tidak bekerja atau sakit.'),
            ('DUPLICATE', 2, 'Ada pekerja yang tercatat ganda.'),
            ('IDENTITY_DIFFERS', 3, 'Ada data diri yang tidak sesuai KTP.'),
            ('NOT_AGREED', 4, 'Daftar belum sesuai hasil musyawarah desa.'),
            ('OVER_BUDGET', 5, 'Iuran melebihi uang yang tersedia.')) as reason (code, place, wording);
insert into webapp_reason (step, code, place, wording)
    select step, code, place, wording from unnest(array['UserTask_ApprovePayment']) as step,
        (values ('AMOUNT_DIFFERS', 1, 'Jumlah tidak sama dengan tagihan.'),
            ('PROOF_MISSING', 2, 'Bukti pembayaran belum ada atau tidak terbaca.'),
            ('CODE_EXPIRED', 3, 'Kode iuran sudah tidak berlaku.')) as reason (code, place, wording);
insert into webapp_reason (step, code, place, wording)
    select step, code, place, wording from unnest(array['UserTask_ReviewLegality', 'UserTask_InitialDecree', 'UserTask_SignDecree']) as step,
        (values ('LEGAL_BASIS', 1, 'Dasar hukum belum lengkap atau keliru.'),
            ('WORDING', 2, 'Rumusan perlu diperbaiki.'),
            ('ANNEX', 3, 'Lampiran perlu diperbaiki.'),
            ('BUDGET', 4, 'Pagu tidak sesuai anggaran.')) as reason (code, place, wording);
insert into webapp_reason (step, code, place, wording)
    select step, code, place, wording from unnest(array['UserTask_ReviewRule', 'UserTask_ApproveRule']) as step,
        (values ('LEGAL_BASIS', 1, 'Dasar hukum belum lengkap atau keliru.'),
            ('DATE', 2, 'Tanggal berlaku keliru.'),
            ('AMOUNT', 3, 'Angka tidak sesuai peraturan.'),
            ('EFFECT', 4, 'Akibatnya pada perkara yang ada belum jelas.')) as reason (code, place, wording);
insert into webapp_reason (step, code, place, wording)
    select step, code, place, wording from unnest(array['UserTask_ReviseDecree', 'UserTask_ReviseRule']) as step,
        (values ('NOT_NEEDED', 1, 'Tidak diperlukan lagi.'),
            ('REPLACED', 2, 'Diganti dengan rancangan lain.'),
            ('NO_BUDGET', 3, 'Anggaran tidak tersedia.')) as reason (code, place, wording);
insert into webapp_reason (step, code, place, wording)
    select step, code, place, wording from unnest(array['UserTask_CheckCompleteness']) as step,
        (values ('DOCUMENT_MISSING', 1, 'Ada dokumen wajib yang belum dibawa.'),
            ('UNREADABLE', 2, 'Ada dokumen yang tidak terbaca.'),
            ('IDENTITY_DIFFERS', 3, 'Nama atau NIK berbeda antara dokumen.'),
            ('HEIRS_UNCLEAR', 4, 'Ahli waris atau walinya belum jelas.')) as reason (code, place, wording);
insert into webapp_reason (step, code, place, wording)
    select step, code, place, wording from unnest(array['UserTask_ConfirmBenefit', 'UserTask_ApproveClaim', 'UserTask_ApproveAboveLimit']) as step,
        (values ('NOT_ACTIVE', 1, 'Kepesertaan tidak aktif pada tanggal peristiwa.'),
            ('NOT_COVERED', 2, 'Peristiwa tidak termasuk yang dijamin program.'),
            ('HEIRS_UNCLEAR', 3, 'Ahli waris belum jelas.'),
            ('CALCULATION', 4, 'Perhitungan manfaat perlu diperiksa kembali.'),
            ('EVIDENCE', 5, 'Bukti belum meyakinkan.')) as reason (code, place, wording);
insert into webapp_reason (step, code, place, wording)
    select step, code, place, wording from unnest(array['UserTask_ProposeInterim', 'UserTask_ApproveInterim', 'UserTask_ApproveInterimAboveLimit']) as step,
        (values ('DOCTOR', 1, 'Surat dokter untuk bulan itu belum ada.'),
            ('WORKS_AGAIN', 2, 'Pekerja sudah bekerja kembali.'),
            ('CALCULATION', 3, 'Perhitungan perlu diperiksa kembali.')) as reason (code, place, wording);
insert into webapp_reason (step, code, place, wording)
    select step, code, place, wording from unnest(array['UserTask_CheckProof', 'UserTask_ApproveScholarship']) as step,
        (values ('PROOF_MISSING', 1, 'Bukti sekolah belum ada.'),
            ('PROOF_OTHER_YEAR', 2, 'Bukti untuk tahun ajaran lain.'),
            ('UNREADABLE', 3, 'Dokumen tidak terbaca.'),
            ('NAME_DIFFERS', 4, 'Nama anak berbeda dengan data klaim.')) as reason (code, place, wording);
insert into webapp_reason (step, code, place, wording)
    select step, code, place, wording from unnest(array['UserTask_ApproveCorrection', 'UserTask_ConfirmFinding', 'UserTask_ApproveReturn', 'UserTask_ApproveSupplement',
        'UserTask_ApproveSupplementAboveLimit']) as step,
        (values ('EVIDENCE', 1, 'Bukti belum cukup.'),
            ('ACCOUNT_DIFFERS', 2, 'Rekening atau pemiliknya tidak sesuai.'),
            ('CALCULATION', 3, 'Perhitungan perlu diperiksa kembali.')) as reason (code, place, wording);
insert into webapp_reason (step, code, place, wording)
    select step, code, place, wording from unnest(array['*']) as step,
        (values ('INCOMPLETE', 1, 'Data atau dokumen belum lengkap.'),
            ('WRONG', 2, 'Data perlu diperbaiki.')) as reason (code, place, wording);
