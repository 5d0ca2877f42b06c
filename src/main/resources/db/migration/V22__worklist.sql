-- The worklist: a picture of the engine's open tasks, changed in the transaction that changes the task

create table worklist_task (
    task_id    text        not null,
    role       text        not null,
    roles      text[]      not null,
    step       text        not null,
    number     text        not null,
    standard   text        not null,
    edition    text        not null,
    level      text        not null,
    direction  text        not null,
    part       text        not null,
    round      text        not null,
    person     text,
    found_by   bigint[]    not null,
    assignee   text,
    created_at timestamptz not null,
    due_at     timestamptz,
    due_order  timestamptz not null generated always as (coalesce(due_at, 'infinity')) stored,
    primary key (task_id, role)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);
comment on table worklist_task is 'Open tasks, one row for each role that may take one, or one row with an empty role; can be made anew from the engine at any time';
comment on column worklist_task.number is 'Case or session number';
comment on column worklist_task.person is 'encrypted; the masked name and identity number of the applicant';
comment on column worklist_task.found_by is 'keyed hashes of the name and of the identity number, to find the person by';
comment on column worklist_task.due_order is 'Tasks without a deadline come last';

create index worklist_of_person on worklist_task (assignee, due_order, task_id) where assignee is not null;
create index worklist_taken on worklist_task (role, due_order, task_id) where assignee is not null;
create index worklist_waiting on worklist_task (role, due_order, task_id) where assignee is null;
create index worklist_waiting_standard on worklist_task (role, standard, due_order, task_id) where assignee is null;
create index worklist_waiting_level on worklist_task (role, standard, level, due_order, task_id) where assignee is null;
create index worklist_waiting_round on worklist_task (role, round, due_order, task_id) where assignee is null;
create index worklist_waiting_step on worklist_task (role, step, due_order, task_id) where assignee is null;
create index worklist_number on worklist_task (number text_pattern_ops);
create index worklist_found on worklist_task using gin (found_by);
