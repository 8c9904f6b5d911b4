-- Only on the embedded database: whether the demo was loaded to its end. One that was cut off is loaded anew.
create table if not exists demo_state (
    only_row  boolean primary key default true,
    loaded_at timestamptz,
    constraint demo_state_one_row check (only_row)
);
insert into demo_state default values on conflict do nothing;
