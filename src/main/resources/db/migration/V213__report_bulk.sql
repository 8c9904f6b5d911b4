-- How far bulk decisions are, for the board: whether one is stuck, not who decided what.
create view report_bulk as
    select decision.id, decision.state, decision.process_key, decision.element_id, decision.ordered_at,
           (select count(*) from bulk_line where decision_id = decision.id) as lines,
           (select count(*) from bulk_line where decision_id = decision.id and state = 'WAITING') as waiting
      from bulk_decision decision;
