-- Contents lie in chunks; a content stored before lies in one piece and stays where it is.
alter table document
    alter column content drop not null,
    add column state       text    not null default 'STORED' check (state in ('UPLOADING', 'STORED')),
    add column chunk_bytes integer check (chunk_bytes > 0),
    add column pages       integer,
    add column virus_check text    not null default 'NOT_ASKED' check (virus_check in ('NOT_ASKED', 'CLEAN', 'WAITING', 'FOUND')),
    add constraint document_content check (content is null or chunk_bytes is null);
comment on column document.chunk_bytes is 'plain bytes of each chunk but the last; null where the content lies in one piece';
comment on column document.pages is 'null where nobody has counted';
create index document_virus_check on document (stored_at) where virus_check = 'WAITING';

create table document_chunk (
    document uuid    not null references document on delete cascade,
    position integer not null check (position >= 0),
    last     boolean not null,
    content  bytea   not null,
    primary key (document, position)
);
alter table document_chunk alter column content set storage external;
comment on table document_chunk is 'Each encrypted with document, position and whether it is the last as context';

create table document_upload (
    document    uuid        primary key references document on delete cascade,
    length      bigint      not null check (length > 0),
    received    bigint      not null default 0 check (received between 0 and length),
    fingerprint text        not null,
    expires_at  timestamptz not null
);
comment on column document_upload.fingerprint is 'encrypted; by it a browser knows the file again';
create index document_upload_expires on document_upload (expires_at);

create table document_preview (
    document uuid    not null references document on delete cascade,
    page     integer not null check (page > 0),
    content  bytea   not null,
    primary key (document, page)
);
alter table document_preview alter column content set storage external;
comment on table document_preview is 'Encrypted JPEG, made on demand';

create table application_upload (
    document    uuid primary key references document on delete cascade,
    case_number text not null references application,
    material    text not null,
    replaces    uuid
);
create index application_upload_case on application_upload (case_number);

alter table application_file
    add column handed_in   boolean not null default false,
    add column ended_at    timestamptz,
    add column ended_by    text,
    add column replaced_by uuid;
comment on column application_file.ended_at is 'when a file that had been handed in was replaced or taken out; it stays on the case file';
update application_file file set handed_in = true from application
where application.case_number = file.case_number and application.submitted_at is not null;
