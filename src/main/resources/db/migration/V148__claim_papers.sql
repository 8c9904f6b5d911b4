-- What the officer says of each paper of a claim: one row per word, the last one of a kind counts. And the links by which
-- a family brings what is missing without a login: only a hash of what the link holds is kept.
create table claim_paper_decision (
    entry_number  bigint      generated always as identity constraint claim_paper_decision_pk primary key,
    claim_id      uuid        not null constraint claim_paper_decision_claim_fk references claim_claim,
    kind          text        not null,
    paper_verdict text        not null constraint claim_paper_decision_verdict
                              check (paper_verdict in ('ACCEPTED', 'REFUSED', 'WAIVED', 'MISSING')),
    paper_fault   text        constraint claim_paper_decision_fault
                              check (paper_fault in ('UNREADABLE', 'WRONG_PERSON', 'EXPIRED', 'INCOMPLETE', 'OTHER')),
    note          text,
    user_id       text        not null,
    user_name     text        not null,
    at            timestamptz not null,
    constraint claim_paper_decision_says_why check ((paper_verdict = 'REFUSED') = (paper_fault is not null)
        and (paper_verdict <> 'WAIVED' or note is not null))
);
create index claim_paper_decision_by_claim on claim_paper_decision (claim_id, entry_number);

create table claim_upload_link (
    id           uuid        constraint claim_upload_link_pk primary key,
    claim_id     uuid        not null constraint claim_upload_link_claim_fk references claim_claim,
    token_sha256 text        not null constraint claim_upload_link_token unique,
    made_by      text        not null,
    made_at      timestamptz not null,
    expires_at   timestamptz not null,
    most_files   integer     not null constraint claim_upload_link_most_files check (most_files > 0),
    most_bytes   bigint      not null constraint claim_upload_link_most_bytes check (most_bytes > 0),
    files        integer     not null default 0,
    bytes        bigint      not null default 0,
    attempts     integer     not null default 0,
    revoked_by   text,
    revoked_at   timestamptz,
    rule_version text        not null,
    constraint claim_upload_link_expires check (expires_at > made_at),
    constraint claim_upload_link_used check (files between 0 and most_files and bytes between 0 and most_bytes),
    constraint claim_upload_link_revoked check ((revoked_at is null) = (revoked_by is null))
);
create index claim_upload_link_by_claim on claim_upload_link (claim_id, made_at);

-- who asks for links that are not there: counted by address, forgotten after an hour
create table claim_upload_guess (
    address      text        constraint claim_upload_guess_pk primary key,
    guesses      integer     not null,
    counted_from timestamptz not null
);
