-- How often a login failed, and where it last succeeded: per account and address it came from, per account from anywhere
-- ('*' as address), per address for anybody ('*' as account). What a guesser has used up is shared by all nodes. Only
-- accounts that exist are named; an address is one IPv4 address or the /64 network of an IPv6 address.
create table identity_login (
    account      text not null,
    address      text not null,
    failures     integer not null default 0,
    counted_from timestamptz not null,
    wait_until   timestamptz,
    came_in_at   timestamptz,
    primary key (account, address),
    constraint identity_login_failures check (failures >= 0)
);
