create table document (
    id         uuid        primary key,
    owner      text        not null,
    name       text        not null,
    media_type text        not null,
    size       bigint      not null check (size >= 0),
    sha256     text        not null,
    content    bytea       not null,
    stored_at  timestamptz not null
);
alter table document alter column content set storage external;
comment on table document is 'Uploaded and generated files; name and content are encrypted';
