-- "Waiting for others" also lists the open cases that an official began; the engine has no index for who began what.
create index lindungdesa_open_by_starter on act_hi_procinst (start_user_id_) where state_ = 'ACTIVE';
