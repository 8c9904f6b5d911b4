-- The operator's metrics count open tasks by step every half minute: from this index alone, not from the wide rows.
create index lindungdesa_task_by_step on act_ru_task (proc_def_id_, task_def_key_, create_time_, due_date_);
