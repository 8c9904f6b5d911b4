-- Every proposed rule that has yet to come to its end, beside report_open_case: its table is as old as the engine's.
create view report_open_rule as
    select 'rule-change' as kind, id from rulebook_version where state not in ('DRAFT', 'IN_FORCE', 'REJECTED', 'WITHDRAWN');
