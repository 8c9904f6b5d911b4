-- A list is meant for the decree that is in force when it is opened, so that next year's list is not piled on top of a
-- draft that last year's money never reached. One open list for each village and decree.
alter table enrolment_list add column meant_for uuid;
update enrolment_list set meant_for = decree_id;
drop index enrolment_list_one_open;
create unique index enrolment_list_one_open
    on enrolment_list (village_code, coalesce(meant_for, '00000000-0000-0000-0000-000000000000'))
    where state in ('DRAFT', 'PREPARED', 'ADOPTED');
