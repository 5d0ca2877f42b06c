create table pinned_standing (
    id          bigint      generated always as identity primary key,
    case_number text        not null references application on delete cascade,
    occasion    text        not null check (occasion in ('SUBMITTED', 'SUPPLEMENTED', 'ACCEPTED')),
    pinned_at   timestamptz not null,
    edition     text        not null,
    decision    text        not null,
    content     text        not null
);
comment on table pinned_standing is 'how an application stood before the standard when it was handed in or accepted; never changed afterwards';
comment on column pinned_standing.decision is 'id of the version of the decision table that was asked';
comment on column pinned_standing.content is 'encrypted JSON: facts, claims and explanation in words';
create index pinned_standing_case on pinned_standing (case_number);
