create table task_draft (
    task_id      text        not null,
    person       text        not null,
    task         text        not null,
    business_key text        not null,
    content      bytea       not null,
    saved_at     timestamptz not null,
    ended_at     timestamptz,
    primary key (task_id, person)
);
comment on table task_draft is 'What somebody has filled into the form of a task and not submitted; gone with their submission, or some days after the task has ended';
comment on column task_draft.content is 'encrypted';
comment on column task_draft.ended_at is 'When the task ended without this draft; its writer can still read it for some days';
create index task_draft_ended on task_draft (ended_at) where ended_at is not null;
