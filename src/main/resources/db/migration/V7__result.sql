create table result (
    case_number    text        primary key,
    state          text        not null check (state in ('PROPOSED', 'SENT_BACK', 'APPROVED', 'PUBLIC', 'FAILED')),
    outcome        text        not null check (outcome in ('passed', 'failed')),
    proposed_at    timestamptz not null,
    decided_by     text,
    decided_at     timestamptz,
    completeness   boolean,
    conformity     boolean,
    correctness    boolean,
    reason         text        not null default '',
    answer         text        not null default '',
    answered_by    text,
    public_from    timestamptz,
    public_until   timestamptz,
    version        integer     not null default 0,
    check (state in ('PROPOSED', 'SENT_BACK') or decided_by is not null and completeness and conformity and correctness),
    check ((state = 'PUBLIC') = (public_until is not null))
);
comment on column result.completeness is 'The approver''s three answers 完整性、符合性、正确性; all yes in an approved result';

create table result_part (
    case_number text        not null,
    part        text        not null,
    outcome     text        not null check (outcome in ('passed', 'failed', 'absent', 'disciplined')),
    recorded_at timestamptz not null,
    position    integer     not null,
    primary key (case_number, part)
);
