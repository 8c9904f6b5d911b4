-- The books: who holds how much, and every movement between two accounts, for ever.
-- A row in ledger_transfer is the only way to move money, one row or a whole decree in one statement: the trigger
-- ledger_apply adds each statement's rows to the accounts they name. Nothing can be changed or taken away afterwards,
-- no guarded account can be overdrawn, and what leaves one account arrives in the other, whoever writes the SQL.

create table ledger_account (
    path    text    constraint ledger_account_pk primary key
                    constraint ledger_account_path_form check (path ~ '^[a-z]+(/[A-Za-z0-9._-]+)+$'),
    guarded boolean not null,
    debits  bigint  not null default 0 constraint ledger_account_debits_counted check (debits >= 0),
    credits bigint  not null default 0 constraint ledger_account_credits_counted check (credits >= 0),
    constraint ledger_account_not_overdrawn check (not guarded or debits <= credits),
    -- money enters the books in these places only: a decree's budget, and the insurer's own funds for benefits
    constraint ledger_account_sources check (guarded or path ~ '^(province/[^/]+/budget/|insurer/benefit/)')
) with (fillfactor = 70); -- sums change all the time and are in no index: the new version stays on its page

create table ledger_transfer (
    id           uuid        constraint ledger_transfer_pk primary key,
    entry_number bigint      generated always as identity,
    debit_path   text        not null constraint ledger_transfer_debit_fk references ledger_account,
    credit_path  text        not null constraint ledger_transfer_credit_fk references ledger_account,
    rupiah       bigint      not null constraint ledger_transfer_positive check (rupiah > 0),
    code         text        not null constraint ledger_transfer_code_form check (code ~ '^[A-Z][A-Z0-9_]*$'),
    reference    text        not null constraint ledger_transfer_reference_given check (reference <> ''),
    legal_basis  text        not null constraint ledger_transfer_legal_basis_given check (legal_basis <> ''),
    posted_at    timestamptz not null,
    reverses     uuid        constraint ledger_transfer_reverses_fk references ledger_transfer
                             constraint ledger_transfer_reversed_once unique,
    constraint ledger_transfer_two_accounts check (debit_path <> credit_path),
    constraint ledger_transfer_reversal_code check ((code = 'REVERSAL') = (reverses is not null))
);

create index ledger_transfer_debit_idx on ledger_transfer (debit_path);
create index ledger_transfer_credit_idx on ledger_transfer (credit_path);
create index ledger_transfer_reference_idx on ledger_transfer (reference);

-- Locks every account of the statement in path order, so that two writers never wait for each other in a circle. The
-- lock is "no key": the foreign keys hold key share on the same rows, and a plain "for update" would deadlock on those.
create function ledger_apply() returns trigger language plpgsql as $$
begin
    perform from ledger_account
      where path in (select debit_path from posted union select credit_path from posted)
      order by path for no key update;

    update ledger_account account
       set debits = account.debits + moved.debits, credits = account.credits + moved.credits
      from (select path, sum(debit)::bigint as debits, sum(credit)::bigint as credits
              from (select debit_path as path, rupiah as debit, 0 as credit from posted
                    union all
                    select credit_path, 0, rupiah from posted) side
             group by path) moved
     where account.path = moved.path;

    if exists (select from posted join ledger_transfer original on original.id = posted.reverses
                where original.reverses is not null
                   or (posted.debit_path, posted.credit_path, posted.rupiah)
                      <> (original.credit_path, original.debit_path, original.rupiah)) then
        raise exception 'A reversal takes back exactly what was moved, and no reversal is reversed'
            using errcode = 'integrity_constraint_violation', constraint = 'ledger_reversal_exact';
    end if;
    return null;
end $$;

create trigger ledger_transfer_apply after insert on ledger_transfer
    referencing new table as posted for each statement execute function ledger_apply();

create function ledger_refuse() returns trigger language plpgsql as $$
begin
    raise exception '% of % is refused: the books are corrected by a reversal', tg_op, tg_table_name
        using errcode = 'integrity_constraint_violation', constraint = 'ledger_append_only';
end $$;

create trigger ledger_transfer_kept before update or delete or truncate on ledger_transfer
    for each statement execute function ledger_refuse();
create trigger ledger_account_kept before delete or truncate on ledger_account
    for each statement execute function ledger_refuse();

-- An account begins empty, and only ledger_apply, one trigger further out, changes its sums.
create trigger ledger_account_opened before insert on ledger_account
    for each row when (new.debits <> 0 or new.credits <> 0) execute function ledger_refuse();
create trigger ledger_account_counted before update on ledger_account
    for each row when (pg_trigger_depth() < 1 or new.path <> old.path or new.guarded <> old.guarded)
    execute function ledger_refuse();

create view report_ledger_account as
    select path, guarded, debits, credits, credits - debits as balance from ledger_account;

create view report_ledger_transfer as
    select id, entry_number, debit_path, credit_path, rupiah, code, reference, legal_basis, posted_at, reverses
      from ledger_transfer;
