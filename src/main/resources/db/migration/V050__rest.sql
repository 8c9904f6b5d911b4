-- A POST that was sent twice must count once. What is kept is who used which key, a hash of what he sent, and of the
-- answer its status and those fields that are no person's: ids, numbers, states, counts. Kept for a week.
create table rest_idempotency (
    user_id      text        not null,
    key          text        not null constraint rest_idempotency_key check (length(key) between 1 and 255),
    request_hash text        not null constraint rest_idempotency_hash check (request_hash ~ '^[0-9a-f]{64}$'),
    status       integer     constraint rest_idempotency_status check (status between 200 and 399),
    location     text,
    answer       json,
    created_at   timestamptz not null,
    constraint rest_idempotency_pk primary key (user_id, key)
);
create index rest_idempotency_by_age on rest_idempotency (created_at);
