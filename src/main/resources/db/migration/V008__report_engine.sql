-- What the board may see of the engine: running cases, open tasks and whose they are, jobs and what failed. Ids, steps,
-- dates and titles, no variables; reports never name the engine's tables themselves. Its clock's times carry no zone: they
-- are those of the session that wrote them, and every session has the application's.
create view report_case as
    select instance.id_ as instance_id, instance.business_key_ as case_id,
           split_part(instance.proc_def_id_, ':', 1) as process
      from act_ru_execution instance
     where instance.parent_id_ is null;

-- The same as for the reminders, and the instance, which leads to Cockpit's page.
create or replace view report_open_task as
    select task.id_ as task_id, definition.key_ as process, task.task_def_key_ as element, instance.business_key_ as case_id,
           task.name_ as title, task.assignee_ as assignee, cast(task.create_time_ as timestamptz) as opened_at,
           cast(task.due_date_ as timestamptz) as due_at, task.proc_inst_id_ as instance_id
      from act_ru_task task
      join act_re_procdef definition on definition.id_ = task.proc_def_id_
      join act_ru_execution instance on instance.id_ = task.proc_inst_id_;

-- One line for each step that gave up; the lines by which a caller learns of it are left out.
create view report_incident as
    select incident.id_ as incident_id, incident.incident_type_ as kind, incident.configuration_ as job_id,
           incident.job_def_id_ as step_id, split_part(incident.proc_def_id_, ':', 1) as process,
           coalesce(incident.failed_activity_id_, incident.activity_id_) as element,
           incident.proc_inst_id_ as instance_id, instance.business_key_ as case_id, incident.incident_msg_ as message,
           incident.incident_timestamp_::timestamptz as happened_at
      from act_ru_incident incident
      left join act_ru_execution instance on instance.id_ = incident.proc_inst_id_
     where incident.cause_incident_id_ = incident.id_;

create view report_job as
    select job.id_ as job_id, job.retries_ as retries, job.exception_msg_ is not null as failing,
           split_part(job.process_def_key_, ':', 1) as process, job.process_instance_id_ as instance_id,
           job.lock_exp_time_::timestamptz as locked_until_at,
           coalesce(job.duedate_, job.create_time_)::timestamptz as due_at
      from act_ru_job job
     where job.suspension_state_ = 1;
