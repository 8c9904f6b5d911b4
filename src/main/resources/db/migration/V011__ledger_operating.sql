-- Money enters the books in one more place: what the insurer pays for its own delays comes out of its own money, and not out
-- of the funds for benefits.
alter table ledger_account drop constraint ledger_account_sources;
alter table ledger_account add constraint ledger_account_sources
    check (guarded or path ~ '^(province/[^/]+/budget/|insurer/benefit/|insurer/operating$)');
