-- Village money: one disbursement per village and tranche, one run per regency and payment, who decided what, what the
-- bank said. The amounts stand here from the opening on; nobody types them again.

create table grant_checklist (
    kind          text     constraint grant_checklist_pk primary key,
    name          text     not null,
    first_tranche smallint not null default 1,
    last_tranche  smallint,                        -- null: for every later tranche too
    required      boolean  not null,
    place         smallint not null
);

-- The union of comparable regulations (handbook 1.4); Jambi's own text is not published, so what is required stays short.
insert into grant_checklist (kind, name, first_tranche, last_tranche, required, place) values
    ('SURAT_PERMOHONAN',   'Surat permohonan penyaluran',                           1, null, true,   1),
    ('KUITANSI',           'Kuitansi bermeterai',                                   1, null, false,  2),
    ('REKENING_KAS_DESA',  'Fotokopi rekening kas desa',                            1, 1,    false,  3),
    ('APBDES',             'Peraturan Desa tentang APBDes dan penjabarannya',       1, 1,    false,  4),
    ('RAB',                'Rencana anggaran biaya',                                1, 1,    false,  5),
    ('BERITA_ACARA',       'Berita acara musyawarah desa dan daftar hadir',         1, 1,    false,  6),
    ('DAFTAR_PEKERJA',     'Daftar pekerja rentan',                                 1, 1,    false,  7),
    ('PAKTA_INTEGRITAS',   'Pakta integritas bermeterai',                           1, 1,    false,  8),
    ('SPTJM',              'Surat pernyataan tanggung jawab mutlak',                1, null, false,  9),
    ('LAPORAN_REALISASI',  'Laporan realisasi bantuan tahun sebelumnya',            1, 1,    false, 10),
    ('SK_TIM',             'Keputusan kepala desa tentang tim pelaksana',           1, 1,    false, 11),
    ('SPJ',                'Laporan realisasi dan SPJ tahap sebelumnya',            2, null, true,  12);

create table grant_run (
    id               uuid        constraint grant_run_pk primary key,
    reference        text        not null constraint grant_run_reference_uq unique,
    decree_id        uuid        not null,
    regency_code     text        not null,
    province_code    text        not null,
    state            text        not null constraint grant_run_state_known check (state in (
                         'COLLECTING', 'AWAITING_APPROVAL', 'AWAITING_RECHECK', 'AWAITING_SPP', 'AWAITING_SPM',
                         'AWAITING_SP2D', 'AWAITING_CREDIT', 'CREDITED', 'AT_REGENCY', 'FORWARDED', 'RETURNED')),
    opened_at        timestamptz not null,
    spp_number       text,
    spm_number       text,
    sp2d_number      text,
    credited_on      date,                          -- the bank's value date: the day the regency's clock starts
    forward_due_on   date,
    transfer_number  text,
    forwarded_at     timestamptz,
    reprimand_number text
);
-- Whoever becomes ready joins the run that still collects; two at the same moment open one run, not two.
create unique index grant_run_collecting_uq on grant_run (decree_id, regency_code) where state = 'COLLECTING';

create table grant_run_counter (
    regency_code text,
    fiscal_year  integer,
    last_number  integer not null,
    constraint grant_run_counter_pk primary key (regency_code, fiscal_year)
);

create table grant_disbursement (
    id                   uuid        constraint grant_disbursement_pk primary key,
    allocation_id        uuid        not null,
    decree_id            uuid        not null,
    tranche              smallint    not null constraint grant_disbursement_tranche_counted check (tranche > 0),
    tranches             smallint    not null,
    percent              smallint    not null constraint grant_disbursement_percent_share check (percent between 1 and 100),
    rupiah               bigint      not null constraint grant_disbursement_rupiah_positive check (rupiah > 0),
    premium_rupiah       bigint      not null,
    village_code         text        not null,
    village_label        text        not null,
    district_code        text        not null,
    regency_code         text        not null,
    province_code        text        not null,
    state                text        not null constraint grant_disbursement_state_known check (state in (
                             'AWAITING_REQUEST', 'AWAITING_SIGNATURE', 'AWAITING_RECOMMENDATION', 'AWAITING_VERIFICATION',
                             'READY', 'IN_RUN', 'AT_REGENCY', 'FORWARDED', 'RECEIVED')),
    run_id               uuid        constraint grant_disbursement_run_fk references grant_run,
    forwarding_reference text        constraint grant_disbursement_forwarding_uq unique,
    opened_at            timestamptz not null,
    received_at          timestamptz,
    constraint grant_disbursement_tranche_uq unique (allocation_id, tranche),
    constraint grant_disbursement_premium_within check (premium_rupiah between 0 and rupiah),
    constraint grant_disbursement_tranche_within check (tranche <= tranches),
    constraint grant_disbursement_run_named check ((state in ('IN_RUN', 'AT_REGENCY', 'FORWARDED', 'RECEIVED'))
                                                   = (run_id is not null)),
    constraint grant_disbursement_received_dated check ((state = 'RECEIVED') = (received_at is not null))
);
create index grant_disbursement_decree_idx on grant_disbursement (decree_id, regency_code, state);
create index grant_disbursement_village_idx on grant_disbursement (village_code);
create index grant_disbursement_run_idx on grant_disbursement (run_id, state);

-- Who decided what; the forms show it to the next, and nobody takes two different steps of one case.
create table grant_decision (
    id              uuid        constraint grant_decision_pk primary key,
    entry_number    bigint      generated always as identity,
    disbursement_id uuid        constraint grant_decision_disbursement_fk references grant_disbursement,
    run_id          uuid        constraint grant_decision_run_fk references grant_run,
    step            text        not null constraint grant_decision_step_known check (step in (
                        'PREPARE', 'SIGN', 'RECOMMEND', 'VERIFY', 'CONFIRM',
                        'CHECK_BATCH', 'APPROVE_BATCH', 'SPP', 'SPM', 'SP2D', 'FORWARD', 'REPRIMAND')),
    outcome         text        not null constraint grant_decision_outcome_known check (outcome in ('DONE', 'APPROVED', 'RETURNED')),
    decided_by      text        not null,
    decided_by_name text        not null,
    note            text        not null,
    decided_at      timestamptz not null,
    constraint grant_decision_one_case check ((disbursement_id is null) <> (run_id is null))
);
create index grant_decision_disbursement_idx on grant_decision (disbursement_id);
create index grant_decision_run_idx on grant_decision (run_id);

create table grant_document (
    document_id     uuid not null,
    disbursement_id uuid constraint grant_document_disbursement_fk references grant_disbursement,
    run_id          uuid constraint grant_document_run_fk references grant_run,
    attached_at     timestamptz not null,
    constraint grant_document_one_case check ((disbursement_id is null) <> (run_id is null)),
    constraint grant_document_disbursement_uq unique (document_id, disbursement_id),
    constraint grant_document_run_uq unique (document_id, run_id)
);
create index grant_document_disbursement_idx on grant_document (disbursement_id);
create index grant_document_run_idx on grant_document (run_id);

-- What the bank reported and we expected: the credit of a run to a regency, or of a forwarding to a village.
create table grant_bank_credit (
    id              uuid        constraint grant_bank_credit_pk primary key,
    reference       text        not null constraint grant_bank_credit_reference_uq unique,
    run_id          uuid        constraint grant_bank_credit_run_fk references grant_run,
    disbursement_id uuid        constraint grant_bank_credit_disbursement_fk references grant_disbursement,
    account         text        not null,
    rupiah          bigint      not null constraint grant_bank_credit_rupiah_positive check (rupiah > 0),
    value_date      date        not null,
    reported_by     text        not null,
    reported_at     timestamptz not null,
    constraint grant_bank_credit_one_case check ((disbursement_id is null) <> (run_id is null))
);

-- What the bank reported and we did not expect; somebody has to ask the bank.
create table grant_bank_mismatch (
    id              uuid        constraint grant_bank_mismatch_pk primary key,
    reference       text        not null,
    account         text        not null,
    rupiah          bigint      not null,
    value_date      date        not null,
    code            text        not null constraint grant_bank_mismatch_code_known check (code in (
                        'UNKNOWN_REFERENCE', 'AMOUNT_MISMATCH', 'NOT_EXPECTED_YET', 'NOT_EXPECTED', 'ALREADY_CREDITED')),
    expected_rupiah bigint,
    reported_by     text        not null,
    reported_at     timestamptz not null,
    constraint grant_bank_mismatch_once unique (reference, account, rupiah, value_date, code)
);
