-- A forgotten password: an administrator gives its owner a code, by hand; who gave which owner one, when and why, stays.
-- The code itself is here as a hash only, serves once and for a day.
create table identity_reset (
    id          uuid primary key,
    user_id     text        not null,
    code_sha256 text        not null,
    reason      text        not null,
    given_by    text        not null,
    given_at    timestamptz not null,
    valid_until timestamptz not null,
    used_at     timestamptz
);
create index identity_reset_open on identity_reset (user_id) where used_at is null;
