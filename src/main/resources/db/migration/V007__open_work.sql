-- Open work for whoever asks about much of it at once. The engine keeps times without a zone, in that of the program's
-- process, which is the zone of its connections too.
create view report_open_task as
select task.id_ as task_id, definition.key_ as process, task.task_def_key_ as element, instance.business_key_ as case_id,
       task.name_ as title, task.assignee_ as assignee, cast(task.create_time_ as timestamptz) as opened_at,
       cast(task.due_date_ as timestamptz) as due_at
  from act_ru_task task
  join act_re_procdef definition on definition.id_ = task.proc_def_id_
  join act_ru_execution instance on instance.id_ = task.proc_inst_id_;

create view report_task_office as
select link.task_id_ as task_id, link.group_id_ as office
  from act_ru_identitylink link
 where link.type_ = 'candidate' and link.task_id_ is not null and link.group_id_ is not null;

create view report_office_member as
select member.user_id_ as user_id, member.group_id_ as office from act_id_membership member;
