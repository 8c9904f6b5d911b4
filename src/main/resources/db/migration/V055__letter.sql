-- Letters as they left the house: the paper itself, what is known of it without reading it, and the code by which anybody
-- who holds it can ask whether it is ours. The paper is in the same transaction as the fact it tells of.
create table letter_counter (
    case_number text    not null constraint letter_counter_pk primary key,
    last        integer not null constraint letter_counter_counted check (last > 0)
);

create table letter_letter (
    id        uuid        not null constraint letter_letter_pk primary key,
    number    text        not null constraint letter_letter_number unique,
    case_id   uuid        not null,
    kind      text        not null,
    title     text        not null,
    issuer    text        not null,
    issued_at timestamptz not null,
    code      text        not null constraint letter_letter_code unique constraint letter_letter_code_long_enough check (length(code) >= 16),
    sha256    text        not null constraint letter_letter_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
    pdf       bytea       not null
);
create index letter_letter_of_case on letter_letter (case_id, issued_at);
-- a PDF is packed already
alter table letter_letter alter column pdf set storage external;

-- how many wrong codes and files came from one address, for all nodes; forgotten the night after
create table letter_check (
    address      text        not null constraint letter_check_pk primary key,
    counted_from timestamptz not null,
    tries        integer     not null constraint letter_check_tries check (tries >= 0)
);
