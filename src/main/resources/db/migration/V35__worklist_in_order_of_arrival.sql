-- Of tasks due at the same moment, those that came first are done first

create index worklist_of_person_by_arrival on worklist_task (assignee, due_order, created_at, task_id) where assignee is not null;
create index worklist_taken_by_arrival on worklist_task (role, due_order, created_at, task_id) where assignee is not null;
create index worklist_waiting_by_arrival on worklist_task (role, due_order, created_at, task_id) where assignee is null;
create index worklist_waiting_standard_by_arrival on worklist_task (role, standard, due_order, created_at, task_id) where assignee is null;
create index worklist_waiting_level_by_arrival on worklist_task (role, standard, level, due_order, created_at, task_id) where assignee is null;
create index worklist_waiting_round_by_arrival on worklist_task (role, round, due_order, created_at, task_id) where assignee is null;
create index worklist_waiting_step_by_arrival on worklist_task (role, step, due_order, created_at, task_id) where assignee is null;

drop index worklist_of_person, worklist_taken, worklist_waiting, worklist_waiting_standard, worklist_waiting_level, worklist_waiting_round, worklist_waiting_step;
