-- A rejected claim that is reopened keeps what was decided before: each time a row, with the amounts that were not paid as
-- "code payee rupiah". The kinds of letters, steps and outcomes have their home in Java.
alter table claim_letter drop constraint if exists claim_letter_kind;
alter table claim_decision drop constraint if exists claim_decision_step;
alter table claim_decision drop constraint if exists claim_decision_outcome;

create table claim_reopening (
    claim_id             uuid        not null constraint claim_reopening_claim_fk references claim_claim,
    place                integer     not null constraint claim_reopening_place check (place > 0),
    reopened_at          timestamptz not null,
    reopened_by          text        not null,
    reason               text        not null,
    legal_basis          text        not null constraint claim_reopening_legal_basis check (legal_basis <> ''),
    former_decision      text,
    former_reasons       text[]      not null,
    former_legal_basis   text,
    former_rule_versions text,
    former_components    text        not null,
    constraint claim_reopening_pk primary key (claim_id, place)
);
