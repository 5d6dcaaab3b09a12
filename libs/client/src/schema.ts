// Generated from docs/openapi.json by `npm run generate`; do not edit.

export interface paths {
    "/api/v1/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List items */
        get: operations["Read.list"];
        put?: never;
        /**
         * Hand in one piece of feedback
         * @description Answered after it is durable.
         */
        post: operations["Submit.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in up to 5000 pieces
         * @description Answered row by row; a bad row never spoils its neighbours.
         */
        post: operations["Submit.batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/understand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the analysis would say of a text
         * @description Quick enough to be asked at every pause in typing. Nothing is stored. In the body, so that no address holds it.
         */
        post: operations["Understand.understand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/taxonomy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tree of categories with their names
         * @description In the order of their codes.
         */
        get: operations["Understand.taxonomy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{idOrReference}/same-as": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that it is about the same as another item or a cluster
         * @description It joins that cluster and stays there; of the same customer it is kept as said again besides. An item that somebody else handed in is moved only by those who hold clusters:write.
         */
        post: operations["SameAs.sameAs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/recognise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recognise a customer by phone, with what they wait for
         * @description Answered masked; each look is on the audit. Whoever belongs to a part of the organisation is told only of customers of whom they may see an item.
         */
        post: operations["Recognise.recognise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find a customer by phone, e-mail or id
         * @description Answered masked.
         */
        post: operations["Customers.find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Everything held about a customer, in full
         * @description As JSON, or as CSV.
         */
        post: operations["Customers.export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a customer
         * @description Their key is destroyed; texts stay masked, times and figures stay under an id of whom nothing is known. Doing it again changes nothing.
         */
        post: operations["Customers.erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{idOrReference}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One item with its personal data in full
         * @description Each look is on the audit.
         */
        post: operations["Reveal.reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit, newest first
         * @description Append-only and chained: see `verify-audit`. Who belongs to a part of the organisation reads what people and keys of that part did; an auditor of everything belongs to no unit.
         */
        get: operations["Audit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/mappings/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mapping remembered for a source */
        get: operations["Mappings.get"];
        /**
         * Remember a mapping for the files of a source
         * @description Who belongs to a part of the organisation begins one, and changes only what they made themselves.
         */
        put: operations["Mappings.put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your imports, newest first
         * @description With the scope `admin`, and sight of all units, everybody’s.
         */
        get: operations["Imports.list"];
        put?: never;
        /**
         * Hand in a file: CSV (UTF-8 or GB18030), XLSX or NDJSON, up to 100 MB
         * @description Answered when the file is stored and its first rows could be read; a worker takes it in then. The same file twice adds nothing. The mapping is remembered for the next file of the same `source`.
         */
        post: operations["Imports.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See how a file would be read
         * @description Its first 20 rows, a mapping guessed from the names of its columns, and what is wrong. Nothing is kept.
         */
        post: operations["Imports.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is */
        get: operations["Imports.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an import
         * @description What it has accepted stays.
         */
        post: operations["Imports.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rejected rows as CSV, with line and reason
         * @description Kept for some days.
         */
        get: operations["Imports.rejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the items that one may see, as CSV, XLSX or NDJSON
         * @description Narrowed like the list. Personal data is masked; no cell is a formula. Each export is put on record, before its first byte and when it ends.
         */
        get: operations["Exports.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items that say the same, or something like it
         * @description Quick enough to be asked at every pause in typing. Courtesies, punctuation, simplified or traditional characters and slips of the finger make no difference.
         */
        get: operations["Similar.similar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{idOrReference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One item, by id or reference
         * @description Personal data is masked. With `reveal=true` and the scope personal:read it is shown, and that is on the audit.
         */
        get: operations["Read.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct kind, category or sentiment
         * @description It shows at once, no later analysis changes it, and it becomes an example to train on. Stage and times stay as they are.
         */
        patch: operations["Correct.correct"];
        trace?: never;
    };
    "/api/v1/feedback/{idOrReference}/journey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every visit of an item with its times
         * @description The seconds sum to the age of the item.
         */
        get: operations["Read.journey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{idOrReference}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the item in hand
         * @description From now on the time in resolve counts as worked on.
         */
        post: operations["Resolve.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{idOrReference}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve the item
         * @description It goes on to deliver; the customer is told.
         */
        post: operations["Resolve.resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{idOrReference}/hand-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the item back to routing, or over to another unit */
        post: operations["Resolve.handBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{idOrReference}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close the item without an answer
         * @description Spam, or withdrawn by the customer; the reason is kept.
         */
        post: operations["Resolve.dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resolutions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what customers would read, and through what
         * @description The real message of each item, from the template in use. Nothing is stored or sent.
         */
        post: operations["Rehearse.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{idOrReference}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The notes of an item, oldest first
         * @description For staff; no customer reads them.
         */
        get: operations["Notes.ofItem"];
        put?: never;
        /**
         * Write a note for colleagues, or ask another unit
         * @description A unit that is asked sees the item from then on. What identifies the customer is masked.
         */
        post: operations["Notes.write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions to the units that one belongs to which wait for an answer, the oldest first */
        get: operations["Notes.questions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people and keys are called
         * @description Those that are unknown are left out.
         */
        get: operations["Notes.actors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every model that was fitted, newest first within its field */
        get: operations["Models.list"];
        put?: never;
        /**
         * Judge with another model from now on
         * @description Workers follow within a minute. What has been analysed stays as it is.
         */
        post: operations["Models.use"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/train": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Train on corrected items
         * @description Answers when it is done, which takes seconds to minutes. A new model is put to use only when it is better on items it has not seen.
         */
        post: operations["Models.train"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List clusters
         * @description Of those that one sees an item of. Clusters that were merged into another are left out.
         */
        get: operations["Clusters.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A small curve of each of several clusters
         * @description Items of twelve times seven days. Ids that are not known are left out.
         */
        get: operations["Clusters.trends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One cluster: what its items say, of whom and where, and what its impact was made from
         * @description A cluster that was merged into another says so in `mergedInto`.
         */
        get: operations["Clusters.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Name or lock a cluster, or say how it stands
         * @description It shows at once, the machine never reverses it, and it can be undone.
         */
        patch: operations["Edits.change"];
        trace?: never;
    };
    "/api/v1/clusters/{id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The items of a cluster */
        get: operations["Clusters.items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/{id}/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items by the day or week they were received
         * @description Days and weeks without any are there with 0.
         */
        get: operations["Clusters.trend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/{id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve every open item of the cluster that one may see
         * @description Each customer is told; `affected` says how many items. A cluster that was merged is refused (`cluster-merged`), and the refusal names the one it went to.
         */
        post: operations["Clusters.resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bursts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hot issues of now and of the last seven days
         * @description Those that last first, the surest first. Each is told as `cluster.burst` and `cluster.burst-ended` by the events of the loop.
         */
        get: operations["Bursts.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bursts/{id}/curve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often it was raised, hour by hour, against its own normal band
         * @description Seven days until now, or until six hours after it was over. Each point counts the voices of `windowHours` before it; what is expected, and the band around it, come from the 28 days before that moment.
         */
        get: operations["Bursts.curve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/{id}/resolution/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a resolution of the cluster would do, without doing it
         * @description How many open items it would be for, through which channels their customers would be told, and what they would read. Nothing is sent.
         */
        post: operations["Outcome.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Did it help? What came of the resolutions of the cluster
         * @description How many were told, what they answered, and how often the same was raised before and after. Fewer than five answers are no figure.
         */
        get: operations["Outcome.outcome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed which clusters
         * @description Newest first, undone or not; what the machine moved by itself has the actor `system`.
         */
        get: operations["Edits.edits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/edits/{editId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo an edit
         * @description Items return to where they were; those that joined since stay. `edit-superseded` names a later edit that has to be undone first.
         */
        post: operations["Edits.undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a cluster into another one
         * @description The other keeps its id, name and status; this one becomes a signpost to it. It shows at once, the machine never reverses it, and it can be undone.
         */
        post: operations["Edits.merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Split items off into a cluster of their own
         * @description It shows at once, the machine never reverses it, and it can be undone.
         */
        post: operations["Edits.split"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move items to another cluster
         * @description A cluster that is left without any becomes a signpost to where they went. It shows at once, the machine never reverses it, and it can be undone.
         */
        post: operations["Edits.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Clusters that look alike, and clusters that fall apart
         * @description The surest first.
         */
        get: operations["Suggestions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/suggestions/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do what is suggested
         * @description Becomes an edit of yours, which can be undone. Of two clusters the one stays that a person has named, else the larger one.
         */
        post: operations["Suggestions.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/suggestions/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave the clusters as they are
         * @description They are settled, and the same is not suggested again.
         */
        post: operations["Suggestions.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{idOrReference}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deliveries of an item */
        get: operations["Deliveries.ofItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about a delivery that failed or is unknown */
        post: operations["Deliveries.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{idOrReference}/undeliverable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * No channel reaches the customer
         * @description Closes the item with the written reason.
         */
        post: operations["Deliveries.undeliverable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sources with a callback */
        get: operations["Sources.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tell a source the answers to its feedback
         * @description Each answer is posted there, signed after Standard Webhooks.
         */
        put: operations["Sources.upsert"];
        post?: never;
        /** Tell the source no more */
        delete: operations["Sources.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loop/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The six stages: who is here, what went through, how long it took
         * @description Counts are exact. Percentiles are exact for up to 10,000 visits; of more they lie within `percentileError` of the exact ones.
         */
        get: operations["Loop.stages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loop/parked/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give parked items back to their lanes */
        post: operations["Loop.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loop/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every stage change as it is committed (server-sent events)
         * @description Of items that one may see; hot issues are told to those who may read clusters. Ends when the session or key does.
         */
        get: operations["Events.events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Closed loop, re-opened, within the limit, satisfaction, the whole way round */
        get: operations["Insight.summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waiting and working by stage and unit
         * @description The units are those right under the one that is asked for (the unit itself where nothing is under it), as far as they are seen.
         */
        get: operations["Insight.times"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many took which way through the loop, hand-backs and re-opened items included */
        get: operations["Insight.flow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/satisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What customers said, over time
         * @description Days are put together from slots of four hours in UTC: in zones whose midnight lies within a slot, that slot belongs to the day on which it begins.
         */
        get: operations["Insight.satisfaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/arrivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When items come in, by weekday and hour */
        get: operations["Insight.arrivals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Complaints for 10,000 customers (万投比), by unit
         * @description The units are those right under the one that is asked for (the unit itself where nothing is under it), as far as they are seen. `kind` changes nothing here.
         */
        get: operations["Insight.complaints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The routing rules, in the order in which they are tried */
        get: operations["Rules.list"];
        /**
         * Replace all routing rules
         * @description Items routed from now on meet the new set, whole.
         */
        put: operations["Rules.replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing-rules/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What rules would have done to the latest items
         * @description The latest items that one may see, as if each came for the first time, by the rules in force and by these. Nothing is stored, nothing is moved.
         */
        post: operations["Rules.try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dictionary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The operator's own words */
        get: operations["Dictionary.list"];
        put?: never;
        /**
         * Add words, or change those that are on record
         * @description All or none. Texts analysed 15 seconds from now, or sooner, are read with them.
         */
        post: operations["Dictionary.add"];
        /** Take a word out */
        delete: operations["Dictionary.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/s/survey.css": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Style of the survey page */
        get: operations["Survey.style"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/s/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The question, as a page */
        get: operations["Survey.ask"];
        put?: never;
        /**
         * The customer's answer, once
         * @description Not solved opens the next cycle of the same item. The page asks one question first; score and words may be added by the form within half an hour.
         */
        post: operations["Survey.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The templates in use, defaults included */
        get: operations["Templates.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{purpose}/{kind}/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Write a template
         * @description An unknown placeholder is refused by name. For those who see the whole organisation: its customers read them.
         */
        put: operations["Templates.put"];
        post?: never;
        /** Go back to the more general template, or the default */
        delete: operations["Templates.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See a message as its reader will
         * @description With sample words, or those of an item, masked. Nothing is stored or sent.
         */
        post: operations["Templates.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound-mail/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand a mail over as it came (RFC 5322)
         * @description Signed or with a token, as the inbound source of that name says. Replies find their item, reports of undelivered mail their delivery. The same mail is taken once, through whichever door. What a mail says of its sender is not believed.
         */
        post: operations["InboundMail.receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages that wait for a person, the oldest first */
        get: operations["Messages.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{idOrReference}/messages/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about a message */
        post: operations["Messages.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail-bars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses that are not written to, the latest 200 */
        get: operations["MailBars.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail-bars/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether an address is among them */
        post: operations["MailBars.find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail-bars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Write to an address again that bounced
         * @description That its holder unsubscribed stays: only they take that back.
         */
        delete: operations["MailBars.clear"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/u/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page with the one button */
        get: operations["Unsubscribe.ask"];
        put?: never;
        /**
         * No more surveys to this address
         * @description By the button, or with one click by the mail program (RFC 8058). Answers still come.
         */
        post: operations["Unsubscribe.unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks, the oldest first */
        get: operations["Webhooks.list"];
        put?: never;
        /**
         * Be told of events
         * @description From now on. Delivered at least once, tried again over four days; the `webhook-id` stays the same. Events of one item come in order, unless one has failed three times: later ones then go past it, and `seq` tells. Its secret is shown this once.
         */
        post: operations["Webhooks.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook, with how its target does */
        get: operations["Webhooks.get"];
        put?: never;
        post?: never;
        /** Remove a webhook with everything that waits for it */
        delete: operations["Webhooks.remove"];
        options?: never;
        head?: never;
        /** Change a webhook, switch it off or on */
        patch: operations["Webhooks.change"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret; for some hours messages are signed with both */
        post: operations["Webhooks.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an event `webhook.test` now and see how it goes */
        post: operations["Webhooks.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every try of the last 30 days, the latest first */
        get: operations["Webhooks.attempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell again what has happened since
         * @description From a moment (`from`) or after an event (`cursor`) up to now, under the same `webhook-id`s.
         */
        post: operations["Webhooks.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notice-channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notice channels, the oldest first */
        get: operations["NoticeChannels.list"];
        put?: never;
        /**
         * Tell staff in a group chat or by mail
         * @description From now on, by a group robot of WeCom or DingTalk, or by mail. At least once; what happens within ten seconds (mail: a minute) goes into one message, and no robot is ever sent more than it takes. Nothing of a customer is in a message. A robot that is gone switches its channel off, and the other channels are told.
         */
        post: operations["NoticeChannels.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notice-channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One notice channel, with how it does */
        get: operations["NoticeChannels.get"];
        put?: never;
        post?: never;
        /** Remove a notice channel with everything that waits for it */
        delete: operations["NoticeChannels.remove"];
        options?: never;
        head?: never;
        /** Change a notice channel, switch it off or on */
        patch: operations["NoticeChannels.change"];
        trace?: never;
    };
    "/api/v1/notice-channels/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message now and see what is answered */
        post: operations["NoticeChannels.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notice-channels/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every message of the last 30 days and what was answered, the latest first */
        get: operations["NoticeChannels.attempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Push feedback in the sender's own JSON
         * @description Signed or with a token as the source says; mapped to ours as the source says. Answered 2xx only when everything in it is durable. The same external id, or the same message, is taken once.
         */
        post: operations["Inbound.receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Systems that push feedback in their own words */
        get: operations["InboundSources.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound-sources/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them */
        get: operations["InboundSources.get"];
        /**
         * Let a system push to POST /api/v1/inbound/{name}
         * @description Its secret is shown this once.
         */
        put: operations["InboundSources.upsert"];
        post?: never;
        /** Take nothing more from a system */
        delete: operations["InboundSources.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound-sources/{name}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what a sample would become
         * @description Nothing is stored; the signature is not asked for.
         */
        post: operations["InboundSources.try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the board is open, and its name */
        get: operations["BoardStaff.setting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Open or close the board, name it */
        patch: operations["BoardStaff.changeSetting"];
        trace?: never;
    };
    "/api/v1/board/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is or was public, the latest 200
         * @description Of what one sees an item of.
         */
        get: operations["BoardStaff.list"];
        put?: never;
        /**
         * Make a cluster or an item public
         * @description In words of your own; personal data that was copied along is masked. It shows at once.
         */
        post: operations["BoardStaff.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A post as everybody would see it; nothing is stored */
        post: operations["BoardStaff.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One post */
        get: operations["BoardStaff.get"];
        put?: never;
        post?: never;
        /** Remove a post with its votes and followers for good */
        delete: operations["BoardStaff.remove"];
        options?: never;
        head?: never;
        /**
         * Change the words, withdraw, or make public again
         * @description The address stays.
         */
        patch: operations["BoardStaff.change"];
        trace?: never;
    };
    "/api/v1/board/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What visitors have suggested, the latest first
         * @description Of what one may see.
         */
        get: operations["BoardStaff.queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/submissions/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count a suggestion with a post, keep it to the loop, or put it back
         * @description The item itself goes on through the loop, and its customer is answered, whatever is decided here.
         */
        post: operations["BoardStaff.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board/new": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The form for a suggestion */
        get: operations["BoardVisits.ask"];
        put?: never;
        /**
         * Make a suggestion
         * @description It goes into the loop as feedback of channel `board`; nothing of it is shown before staff have made it public.
         */
        post: operations["BoardVisits.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board/{slug}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * "Me too", once for each browser
         * @description `take=back` takes it back.
         */
        post: operations["BoardVisits.vote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board/{slug}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Be told by mail when a suggestion moves on
         * @description A mail asks for confirmation. The answer is the same whether the address follows already or not.
         */
        post: operations["BoardVisits.follow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board/confirm/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page with the button that confirms
         * @description Looking changes nothing: mail scanners open every link.
         */
        get: operations["BoardLinks.askConfirm"];
        put?: never;
        /** Confirm that mail is wanted */
        post: operations["BoardLinks.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board/leave/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page with the button that leaves */
        get: operations["BoardLinks.askLeave"];
        put?: never;
        /**
         * No more mail about a suggestion
         * @description By the button, or with one click by the mail program (RFC 8058). The address is deleted. It works while the board is closed, too.
         */
        post: operations["BoardLinks.leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The board, as a page */
        get: operations["Board.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board/board.css": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Style of the board */
        get: operations["Board.style"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board/board.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search while typing */
        get: operations["Board.script"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board/feed.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was made public and how it moved on (Atom) */
        get: operations["Board.feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board/sitemap.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses for search engines */
        get: operations["Board.sitemap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board/mine/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one's own suggestion stands, for whoever has the link */
        get: operations["Board.mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One suggestion, as a page */
        get: operations["Board.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/robots.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What search engines may look at */
        get: operations["Robots.robots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process lives */
        get: operations["Health.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The database answers and has the tables this version needs */
        get: operations["Health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures in the format of Prometheus */
        get: operations["Metrics.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in; the answer sets the session cookie */
        post: operations["Session.begin"];
        /** Sign out; also without a session, and then nothing happens */
        delete: operations["Session.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How people may sign in here */
        get: operations["Oidc.ways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go to the sign-in provider
         * @description For a browser to visit, not for programs.
         */
        get: operations["Oidc.begin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back from the sign-in provider
         * @description Sets the session cookie.
         */
        get: operations["Oidc.finish"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is asking, and what they may do */
        get: operations["Me.who"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one’s own name or language */
        patch: operations["Me.change"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password; all other sessions end, and this one goes on with a new cookie */
        post: operations["Me.changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in */
        get: operations["Me.mySessions"];
        put?: never;
        post?: never;
        /** Sign out everywhere, here too */
        delete: operations["Me.endMySessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one’s own sessions */
        delete: operations["Me.endMySession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys of one’s units, the newest first, revoked and expired ones too */
        get: operations["Keys.list"];
        put?: never;
        /**
         * Make a key; it is shown this once
         * @description Nobody gives a key more than they may do, write or see themselves.
         */
        post: operations["Keys.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new secret for a key; it is shown this once
         * @description The present secret goes on working for some hours, so that nothing is interrupted.
         */
        post: operations["Keys.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/secrets/{which}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of the two secrets of a key that was rotated
         * @description Without the `current` one the `previous` one is the key again.
         */
        delete: operations["Keys.endSecret"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key that may do no more than oneself: at once here, within a second in other processes */
        delete: operations["Keys.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody in one’s units, by user name */
        get: operations["People.list"];
        put?: never;
        /**
         * Add somebody
         * @description With no more rights and in no other units than one’s own.
         */
        post: operations["People.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person */
        get: operations["People.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change, deactivate or activate somebody
         * @description Sessions end at once when rights or units change. Keys that a deactivated person has made go on working and are listed as orphaned; `revokeKeys` revokes them.
         */
        patch: operations["People.change"];
        trace?: never;
    };
    "/api/v1/people/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new password to hand over; all sessions of the person end */
        post: operations["People.resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the person is signed in */
        get: operations["Logins.list"];
        put?: never;
        post?: never;
        /** Sign the person out everywhere */
        delete: operations["Logins.endAll"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/logins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts at a sign-in provider that the person is linked to */
        get: operations["Logins.logins"];
        put?: never;
        /** Link the person to an account at the sign-in provider */
        post: operations["Logins.link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/logins/{login}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a link away; all sessions of the person end */
        delete: operations["Logins.unlink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles that a person can have */
        get: operations["Roles.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scopes that a key or a person can have, a sentence each */
        get: operations["Scopes.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole tree, from the group down */
        get: operations["Units.tree"];
        put?: never;
        /** Add a unit, within one’s own units */
        post: operations["Units.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One unit and where it stands */
        get: operations["Units.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change or move a unit; those under it move along */
        patch: operations["Units.change"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        CustomerDto: {
            /** @description The customer's id in the system named by `source`. */
            id?: string;
            /**
             * @description Name.
             * @example 王小明
             */
            name?: string;
            /**
             * @description Phone number.
             * @example 13800001234
             */
            phone?: string;
            /** @description E-mail address. */
            email?: string;
            /**
             * @description Region, as routing rules name it.
             * @example 广东
             */
            region?: string;
            /** @description Customer tier, such as a star level. */
            tier?: string;
        };
        SubmitFeedbackDto: {
            /**
             * @description The customer's own words.
             * @example 地铁里 5G 信号时断时续，希望增加基站。
             */
            text: string;
            /** @description A title, when the sender has one. */
            subject?: string;
            /**
             * @description Kind; the analysis decides when it is left out.
             * @enum {string}
             */
            kind?: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
            /**
             * @description Channel it came in through; `other` when left out.
             * @enum {string}
             */
            channel?: "hotline" | "shop" | "app" | "web" | "sms" | "email" | "board" | "survey" | "crm" | "social" | "other";
            /** @description The sender's name, such as `crm-guangdong`. Unique together with `externalId`. */
            source?: string;
            /** @description The sender's own id of this piece. */
            externalId?: string;
            customer?: components["schemas"]["CustomerDto"];
            /** @description Code of the unit that took it down. */
            unit?: string;
            /** @description Product it is about. */
            product?: string;
            /**
             * @description When in the service it happened.
             * @enum {string}
             */
            phase?: "pre-sale" | "in-sale" | "after-sale";
            /**
             * Format: date-time
             * @description When it happened.
             */
            occurredAt?: string;
            /** @description Words to find it by. */
            tags?: string[];
            /** @description Anything else of the sender's, kept as it is. */
            attributes?: Record<string, never>;
        };
        AcceptedDto: {
            /** Format: uuid */
            id: string;
            /** @example HY-2026-000123 */
            reference: string;
            /** @enum {string} */
            stage: "collect" | "analyze" | "route" | "resolve" | "deliver" | "recollect";
            /** @example 1 */
            cycle: number;
            /**
             * Format: date-time
             * @example 2026-11-22T08:00:00.123456Z
             */
            receivedAt: string;
            /** @description True when the same piece had been accepted before. */
            duplicate: boolean;
        };
        ProblemField: {
            /** @example text */
            field: string;
            /** @example text must be 1 to 10,000 characters */
            message: string;
        };
        RowErrorDto: {
            /** @description From the catalogue of errors. */
            code: string;
            detail: string;
            errors?: components["schemas"]["ProblemField"][];
        };
        RowResultDto: {
            /** @description Position in the batch, from 0. */
            index: number;
            /** @enum {string} */
            status: "accepted" | "duplicate" | "rejected";
            /** Format: uuid */
            id?: string;
            reference?: string;
            error?: components["schemas"]["RowErrorDto"];
        };
        BatchResultDto: {
            accepted: number;
            duplicates: number;
            rejected: number;
            results: components["schemas"]["RowResultDto"][];
        };
        UnderstandDto: {
            /**
             * @description The words.
             * @example 宽带断网两天了，明天前再不修好就投诉。
             */
            text: string;
        };
        UnderstoodDto: {
            /** @description False when there is nothing to understand; the rest is then a guess. */
            analysable: boolean;
            /** @example zh */
            language: string;
            /** @enum {string} */
            kind: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
            category: string;
            /** @enum {string} */
            sentiment: "positive" | "neutral" | "negative";
            /** @description 0 in its turn, 1 before others, 2 today, 3 now. */
            urgency: number;
            /**
             * @description The words that led to the category.
             * @example [
             *       "宽带",
             *       "断网"
             *     ]
             */
            words: string[];
        };
        CategoryDto: {
            /**
             * @description Names the way to it, level by level.
             * @example network.coverage.indoor
             */
            code: string;
            /** @example 室内信号 */
            zh: string;
            /** @example Indoor coverage */
            en: string;
        };
        SameAsDto: {
            /**
             * @description Id or reference of an item that says the same.
             * @example HY-2026-000123
             */
            item?: string;
            /**
             * Format: uuid
             * @description Cluster; counts when `item` is left out.
             */
            cluster?: string;
        };
        ClusterNameDto: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        AttachedDto: {
            /** @description Null when the other item is in none. */
            cluster: components["schemas"]["ClusterNameDto"] | null;
            /**
             * Format: uuid
             * @description What the same customer has said first about it; null when the other item is of somebody else.
             */
            repeatOf: string | null;
        };
        RecogniseDto: {
            /**
             * @description Telephone number, in any spelling.
             * @example 138 1234 1234
             */
            phone: string;
        };
        RecognisedCustomerDto: {
            /** Format: uuid */
            id: string;
            /** @example 王** */
            name: string | null;
            /** @example 138****1234 */
            phone: string | null;
            region: string | null;
        };
        ItemDto: {
            /** Format: uuid */
            id: string;
            /** @example HY-2026-000123 */
            reference: string;
            /** @enum {string} */
            stage: "collect" | "analyze" | "route" | "resolve" | "deliver" | "recollect";
            /** @enum {string} */
            state: "ready" | "waiting" | "parked" | "closed";
            cycle: number;
            /** @enum {string|null} */
            kind: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal" | null;
            /** @example network.coverage.indoor */
            category: string | null;
            /** @enum {string|null} */
            sentiment: "positive" | "neutral" | "negative" | null;
            /** @description 0 in its turn, 1 before others, 2 today, 3 now. */
            urgency: number | null;
            language: string | null;
            channel: string;
            product: string | null;
            region: string | null;
            /** @description Code of the unit that holds it. */
            unit: string | null;
            cluster: components["schemas"]["ClusterNameDto"] | null;
            subject: string | null;
            text: string;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            stageSince: string;
            /**
             * Format: date-time
             * @description Time limit.
             */
            limitAt: string | null;
            /** Format: date-time */
            closedAt: string | null;
        };
        RecognisedDto: {
            /** @description Null for somebody of whom one may see nothing. */
            customer: components["schemas"]["RecognisedCustomerDto"] | null;
            /** @description Their open items that one may see, newest first; 20 at most. */
            open: components["schemas"]["ItemDto"][];
            /** @description How many of theirs that one may see are closed. */
            closed: number;
        };
        FindCustomerDto: {
            /**
             * @description Telephone number, in any spelling.
             * @example +86 138 1234 1234
             */
            phone?: string;
            /**
             * @description E-mail address.
             * @example alice@example.com
             */
            email?: string;
            /**
             * @description The customer's id in the system named by `source`.
             * @example C-1001
             */
            id?: string;
            /**
             * @description The system that gave `id`.
             * @example crm
             */
            source?: string;
        };
        FoundCustomerDto: {
            /** @example 王** */
            name: string | null;
            /** @example 138****1234 */
            phone: string | null;
            email: string | null;
            region: string | null;
            /** Format: uuid */
            id: string;
            /** @description How many items are theirs. */
            items: number;
            /** Format: date-time */
            createdAt: string;
        };
        FoundCustomersDto: {
            items: components["schemas"]["FoundCustomerDto"][];
        };
        CustomerInFullDto: {
            /** Format: uuid */
            id: string;
            name: string | null;
            phone: string | null;
            email: string | null;
            region: string | null;
            tier: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            erasedAt: string | null;
            /**
             * @description The kinds of what they are recognised by.
             * @example [
             *       "phone"
             *     ]
             */
            recognisedBy: string[];
        };
        RevealedResolutionDto: {
            cycle: number;
            action: string;
            summary: string;
            reply: string;
        };
        RevealedDeliveryDto: {
            purpose: string;
            cycle: number;
            channel: string;
            /** Format: date-time */
            sentAt: string | null;
            subject: string;
            body: string;
        };
        RevealedSurveyDto: {
            cycle: number;
            /** Format: date-time */
            answeredAt: string | null;
            solved: boolean | null;
            score: number | null;
            comment: string | null;
        };
        RevealedMessageDto: {
            /** Format: uuid */
            id: string;
            cycle: number;
            /** Format: date-time */
            receivedAt: string;
            text: string;
        };
        RevealedItemDto: {
            /** Format: uuid */
            id: string;
            /** @example HY-2026-000123 */
            reference: string;
            /** Format: date-time */
            receivedAt: string;
            source: string | null;
            externalId: string | null;
            subject: string | null;
            text: string;
            /** @description As the sender described them. */
            customer: Record<string, never> | null;
            product: string | null;
            tags: string[];
            attributes: Record<string, never>;
            resolutions: components["schemas"]["RevealedResolutionDto"][];
            deliveries: components["schemas"]["RevealedDeliveryDto"][];
            surveys: components["schemas"]["RevealedSurveyDto"][];
            /** @description What was written back by mail. */
            messages: components["schemas"]["RevealedMessageDto"][];
        };
        PersonFileDto: {
            customer: components["schemas"]["CustomerInFullDto"];
            items: components["schemas"]["RevealedItemDto"][];
        };
        ExportCustomerDto: {
            /**
             * @description Form of the answer; `json` when left out.
             * @enum {string}
             */
            format?: "json" | "csv";
        };
        ErasedDto: {
            /** @description Items whose originals are gone. */
            items: number;
            /** @description Keys that were destroyed. */
            keys: number;
            /** @description Messages that had not been sent and never will be. */
            deliveriesWithdrawn: number;
        };
        RevealDto: {
            /**
             * @description Why, for the record. No personal data.
             * @example 客户来电核实地址
             */
            reason?: string;
        };
        AuditEntryDto: {
            id: number;
            /** Format: date-time */
            at: string;
            /** @example person:7 */
            actor: string;
            /** @enum {string} */
            action: "request.made" | "personal.revealed" | "feedback.exported" | "customer.found" | "customer.exported" | "customer.erased" | "personal.expired" | "keys.rotated" | "person.changed" | "key.made" | "key.revoked" | "unit.changed" | "webhook.changed" | "notices.changed" | "import.started" | "mapping.changed" | "template.changed" | "board.changed" | "cluster.merged";
            /** @example feedback:0193a1f0-7c1e-7000-8000-000000000001 */
            subject: string;
            /** @description Ids, counts and reasons; never personal data. */
            details: Record<string, never>;
            /** @description Place in the hash chain; null for a moment. */
            seq: number | null;
        };
        AuditPageDto: {
            items: components["schemas"]["AuditEntryDto"][];
            nextCursor: string | null;
        };
        SourceMappingDto: {
            source: string;
            /** @description Field → column. */
            mapping: {
                [key: string]: string;
            };
            /** @description Field → the sender's value → ours. */
            values?: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            /** @description Zone of times that name none. */
            timezone: string;
            /** @description For rows that say nothing else. */
            unit?: string;
            /** @description For rows that say nothing else. */
            channel?: string;
            /** @description For rows that say nothing else. */
            kind?: string;
            /** @description For rows that say nothing else. */
            product?: string;
            /** @description For rows that say nothing else. */
            phase?: string;
            /**
             * @description Found out when left out.
             * @enum {string}
             */
            format?: "csv" | "ndjson" | "xlsx";
            /** @description Found out when left out. */
            encoding?: string;
            /** @description Of CSV; found out when left out. */
            delimiter?: string;
            /** @description Of a spreadsheet; its first one when left out. */
            sheet?: string;
            changedBy: string;
            /** Format: date-time */
            changedAt: string;
        };
        ImportQueuedDto: {
            /** Format: uuid */
            id: string;
        };
        MappingProblemDto: {
            field: string;
            message: string;
        };
        PreviewRowDto: {
            /** @description Line of the file, or row of the spreadsheet. */
            line: number;
            cells: {
                [key: string]: unknown;
            };
            /** @description The piece it would become. */
            piece: {
                [key: string]: unknown;
            } | null;
            /** @description Why it would be rejected. */
            problem: string | null;
        };
        ImportPreviewDto: {
            /** @enum {string} */
            format: "csv" | "ndjson" | "xlsx";
            encoding: string;
            delimiter: string;
            /** @description Columns of the file. */
            columns: string[];
            /** @description Field → column: as sent, as remembered for the source, or guessed. */
            mapping: {
                [key: string]: string;
            };
            /** @description What has to be put right before the file can be imported. */
            problems: components["schemas"]["MappingProblemDto"][];
            /** @description The first 20 rows. */
            rows: components["schemas"]["PreviewRowDto"][];
        };
        ImportDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "cancelled" | "failed";
            /** @description Rows done with so far; all rows of the file once the state is `done`. */
            total: number;
            accepted: number;
            /** @description Rows that were on record before. */
            duplicates: number;
            rejected: number;
            /** @description Where the rejected rows are, as CSV with line and reason; null when there are none or they are no longer kept. */
            rejectsUrl: string | null;
            /** @description Share of the file that has been read, 0 to 1. */
            progress: number;
            /** @description Why it failed. */
            error: string | null;
            fileName: string | null;
            /** @description Bytes. */
            fileBytes: number;
            /** @description Source of the rows that name none. */
            source: string | null;
            /**
             * @description As its content tells.
             * @enum {string}
             */
            format: "csv" | "ndjson" | "xlsx";
            /** @description Of CSV and NDJSON. */
            encoding: string;
            /** @description Between the cells of CSV. */
            delimiter: string;
            /** @description Field → column. */
            mapping: {
                [key: string]: string;
            };
            /** @description `person:<id>` or `key:<id>`. */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
        };
        ImportPageDto: {
            items: components["schemas"]["ImportDto"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        SimilarItemDto: {
            /** Format: uuid */
            id: string;
            /** @example HY-2026-000123 */
            reference: string;
            /** @description Its first 160 characters. */
            text: string;
            /** @enum {string} */
            stage: "collect" | "analyze" | "route" | "resolve" | "deliver" | "recollect";
            /** @enum {string} */
            state: "ready" | "waiting" | "parked" | "closed";
            /** Format: date-time */
            receivedAt: string;
            similarity: number;
            /** @description True when it says the same at high certainty. */
            near: boolean;
            /** @description True when it is from `customer`. */
            sameCustomer: boolean;
            cluster: components["schemas"]["ClusterNameDto"] | null;
        };
        SimilarClusterDto: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Items in it. */
            size: number;
            /** @description Of the most similar of its items. */
            similarity: number;
        };
        SimilarDto: {
            /** @description Best first. */
            items: components["schemas"]["SimilarItemDto"][];
            /** @description Best first. */
            clusters: components["schemas"]["SimilarClusterDto"][];
        };
        ItemPageDto: {
            items: components["schemas"]["ItemDto"][];
            /** @description Send it back as `cursor` for the next page; null on the last. */
            nextCursor: string | null;
        };
        ItemErrorDto: {
            code: string;
            detail: string;
            /** Format: date-time */
            at: string;
        };
        SentimentDto: {
            /** @enum {string} */
            label: "positive" | "neutral" | "negative";
            score: number;
        };
        ScoresDto: {
            kind: number;
            category: number;
            urgency: number;
        };
        AnalysisDto: {
            /** @example zh */
            language: string;
            /** @enum {string} */
            kind: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
            category: string;
            sentiment: components["schemas"]["SentimentDto"];
            urgency: number;
            /**
             * @example [
             *       "outage",
             *       "deadline"
             *     ]
             */
            urgencyReasons: string[];
            /** @description How clear each judgement was. */
            scores: components["schemas"]["ScoresDto"];
            keywords: string[];
            /** @description The words that led to each judgement. */
            because: Record<string, never>;
            /** @description Versions of the rules and of the models that judged. */
            model: string;
            analysable: boolean;
            /**
             * @description Why it is not analysable; null when it is.
             * @enum {string|null}
             */
            reason: "no-words" | "time-limit" | "error" | null;
        };
        CorrectionDto: {
            /** @enum {string} */
            field: "kind" | "category" | "sentiment";
            value: string;
            /** @description What stood there before. */
            previous: string | null;
            /** @example person:7 */
            actor: string;
            /** Format: date-time */
            correctedAt: string;
        };
        ItemNameDto: {
            /** Format: uuid */
            id: string;
            /** @example HY-2026-000123 */
            reference: string;
        };
        RepeatDto: {
            /** Format: uuid */
            id: string;
            /** @example HY-2026-000123 */
            reference: string;
            /** Format: date-time */
            receivedAt: string;
        };
        MaskedCustomerDto: {
            id: string | null;
            /** @example 王** */
            name: string | null;
            /** @example 138****1234 */
            phone: string | null;
            email: string | null;
            region: string | null;
            tier: string | null;
        };
        ItemResolutionDto: {
            /** Format: uuid */
            id: string;
            action: string;
            summary: string;
            /** @description What the customer reads. */
            reply: string;
            /** Format: date-time */
            decidedAt: string;
            actor: string;
            cycle: number;
        };
        DeliveryDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            purpose: "answer" | "survey";
            cycle: number;
            /** @enum {string} */
            channel: "webhook" | "email" | "sms" | "log";
            /** @description Masked. */
            to: string | null;
            /** @enum {string} */
            state: "pending" | "sending" | "sent" | "failed" | "unknown";
            attempts: number;
            /** Format: date-time */
            sentAt: string | null;
            proof: string | null;
            error: string | null;
            /** @description What the customer reads. */
            body: string;
        };
        ItemSurveyDto: {
            cycle: number;
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            answeredAt: string | null;
            solved: boolean | null;
            score: number | null;
            comment: string | null;
        };
        MessageDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "reply" | "bounce";
            /** @description Of the item when it came. */
            cycle: number;
            /** @description Of the item when it came. */
            stage: string;
            /** Format: date-time */
            receivedAt: string;
            /** @description Without what it quotes; masked. */
            text: string;
            /** @description Files that came with it; they are not kept. */
            attachments: number;
            /**
             * Format: uuid
             * @description The item made of it, because this one was closed.
             */
            becameId: string | null;
            /**
             * @description Null while it waits for a person.
             * @enum {string|null}
             */
            decision: "thanks" | "noted" | "not-solved" | "new-item" | null;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
        };
        ItemDetailDto: {
            /** Format: uuid */
            id: string;
            /** @example HY-2026-000123 */
            reference: string;
            /** @enum {string} */
            stage: "collect" | "analyze" | "route" | "resolve" | "deliver" | "recollect";
            /** @enum {string} */
            state: "ready" | "waiting" | "parked" | "closed";
            cycle: number;
            /** @enum {string|null} */
            kind: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal" | null;
            /** @example network.coverage.indoor */
            category: string | null;
            /** @enum {string|null} */
            sentiment: "positive" | "neutral" | "negative" | null;
            /** @description 0 in its turn, 1 before others, 2 today, 3 now. */
            urgency: number | null;
            language: string | null;
            channel: string;
            product: string | null;
            region: string | null;
            /** @description Code of the unit that holds it. */
            unit: string | null;
            cluster: components["schemas"]["ClusterNameDto"] | null;
            subject: string | null;
            text: string;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            stageSince: string;
            /**
             * Format: date-time
             * @description Time limit.
             */
            limitAt: string | null;
            /** Format: date-time */
            closedAt: string | null;
            /** @enum {string|null} */
            waitingFor: "team" | "customer" | "channel" | null;
            /** @description The last failure of a stage on this item. */
            error: components["schemas"]["ItemErrorDto"] | null;
            overdue: boolean;
            source: string | null;
            externalId: string | null;
            phase: string | null;
            /** Format: date-time */
            occurredAt: string | null;
            tags: string[];
            attributes: Record<string, never>;
            closeReason: string | null;
            /** @description With what people corrected in it. */
            analysis: components["schemas"]["AnalysisDto"] | null;
            /** @description Newest first; the newest of a field counts. */
            corrections: components["schemas"]["CorrectionDto"][];
            /** @description What the same customer has said first about it, when this is said again. */
            repeatOf: components["schemas"]["ItemNameDto"] | null;
            /** @description What the same customer has said about it since, oldest first. */
            repeats: components["schemas"]["RepeatDto"][];
            customer: components["schemas"]["MaskedCustomerDto"] | null;
            resolution: components["schemas"]["ItemResolutionDto"] | null;
            deliveries: components["schemas"]["DeliveryDto"][];
            surveys: components["schemas"]["ItemSurveyDto"][];
            /** @description What the customer has written back by mail, oldest first. */
            messages: components["schemas"]["MessageDto"][];
        };
        VisitDto: {
            seq: number;
            cycle: number;
            /** @enum {string} */
            stage: "collect" | "analyze" | "route" | "resolve" | "deliver" | "recollect";
            unit: string | null;
            /** Format: date-time */
            enteredAt: string;
            /** Format: date-time */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description null while the visit lasts.
             */
            leftAt: string | null;
            waitingSeconds: number;
            workingSeconds: number;
            outcome: string | null;
            actor: string | null;
        };
        JourneyDto: {
            visits: components["schemas"]["VisitDto"][];
            /** @description The age of the item; the seconds of its visits sum to it. */
            totalSeconds: number;
        };
        ResolutionDto: {
            /**
             * @description What was done.
             * @enum {string}
             */
            action: "fixed" | "answered" | "compensated" | "planned" | "declined";
            /**
             * @description For colleagues.
             * @example 已新增室内分布系统。
             */
            summary: string;
            /**
             * @description What the customer reads.
             * @example 您反映的地铁信号问题已处理，三号线各站已新增基站。
             */
            reply: string;
        };
        ResolvedDto: {
            /** Format: uuid */
            resolutionId: string;
        };
        HandBackDto: {
            /** @description Why. */
            reason: string;
            /** @description Code of the unit that should get it; routing decides when it is left out. */
            unit?: string;
        };
        ReasonDto: {
            /** @description The reason, for the record. */
            reason: string;
        };
        RehearseDto: {
            /**
             * @description Ids or references.
             * @example [
             *       "HY-2026-000123"
             *     ]
             */
            items: string[];
            /**
             * @description What the customers will read.
             * @example 您反映的问题已处理，三号线各站已新增基站。
             */
            reply: string;
        };
        RehearsedDto: {
            /** Format: uuid */
            id: string;
            /** @example HY-2026-000123 */
            reference: string;
            /**
             * @description Null when no channel reaches the customer.
             * @enum {string|null}
             */
            channel: "webhook" | "email" | "sms" | "log" | null;
            /**
             * @description Masked.
             * @example 138****1234
             */
            to: string | null;
            /** @example 您的反馈已有答复（HY-2026-000123） */
            subject: string;
            /** @description As the customer reads it, with their personal data masked. */
            body: string;
        };
        NoteDto: {
            /** Format: uuid */
            id: string;
            /** @description Of the item when it was written. */
            cycle: number;
            /**
             * @description What identifies the customer is masked.
             * @example 该小区的光缆上周刚割接过吗？
             */
            text: string;
            /** @example person:7 */
            author: string;
            /**
             * @description Null for somebody who is not there any more.
             * @example 李丽
             */
            authorName: string | null;
            /**
             * @description Code of the unit that is asked; null for a remark.
             * @example guangdong
             */
            unit: string | null;
            /**
             * Format: uuid
             * @description The question that it answers.
             */
            replyTo: string | null;
            /** Format: date-time */
            writtenAt: string;
        };
        NewNoteDto: {
            /**
             * @description What to say. No customer reads it.
             * @example 该小区的光缆上周刚割接过吗？
             */
            text: string;
            /**
             * @description Code of a unit that is asked; it sees the item from then on, and the question waits for it.
             * @example guangdong
             */
            unit?: string;
            /**
             * Format: uuid
             * @description The question that this answers.
             */
            replyTo?: string;
        };
        OpenQuestionDto: {
            /** Format: uuid */
            id: string;
            /** @description Of the item when it was written. */
            cycle: number;
            /**
             * @description What identifies the customer is masked.
             * @example 该小区的光缆上周刚割接过吗？
             */
            text: string;
            /** @example person:7 */
            author: string;
            /**
             * @description Null for somebody who is not there any more.
             * @example 李丽
             */
            authorName: string | null;
            /**
             * @description Code of the unit that is asked; null for a remark.
             * @example guangdong
             */
            unit: string | null;
            /**
             * Format: uuid
             * @description The question that it answers.
             */
            replyTo: string | null;
            /** Format: date-time */
            writtenAt: string;
            /** Format: uuid */
            feedbackId: string;
            /** @example HY-2026-000123 */
            reference: string;
        };
        ActorDto: {
            /** @example person:7 */
            actor: string;
            /** @example 李丽 */
            name: string;
        };
        CorrectDto: {
            /**
             * @description What the customer wants.
             * @enum {string}
             */
            kind?: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
            /**
             * @description Code of the category.
             * @example network.coverage.indoor
             */
            category?: string;
            /**
             * @description How it feels.
             * @enum {string}
             */
            sentiment?: "positive" | "neutral" | "negative";
        };
        CorrectedDto: {
            /** Format: uuid */
            id: string;
            /** @description Newest first; the newest of a field counts. */
            corrections: components["schemas"]["CorrectionDto"][];
        };
        FiguresDto: {
            accuracy: number;
            /** @description Mean of F1 over the true labels. */
            macroF1: number;
            /** @description Texts it was measured on. */
            count: number;
        };
        TrialFiguresDto: {
            examples: number;
            /** @description Values with enough examples to learn. */
            labels: number;
            /** @description Examples that were not learnt from. */
            heldOut: number;
            /**
             * @description What was in use then.
             * @example rules
             */
            inUse: string;
            /** @description What was in use, on the held-out texts. */
            before: components["schemas"]["FiguresDto"] | null;
            /** @description The new model, on the held-out texts. */
            after: components["schemas"]["FiguresDto"] | null;
        };
        ModelDto: {
            /** @example category-3 */
            version: string;
            /** @enum {string} */
            field: "kind" | "category" | "sentiment";
            /**
             * @description kept: was in use once; rejected: was no better than what was in use.
             * @enum {string}
             */
            state: "in-use" | "kept" | "rejected";
            figures: components["schemas"]["TrialFiguresDto"];
            trainedBy: string;
            /** Format: date-time */
            trainedAt: string;
            bytes: number;
        };
        UseModelDto: {
            /**
             * @description A version, or `rules` to go back to rules.
             * @example category-3
             */
            use: string;
            /**
             * @description With `rules`: for this field only.
             * @enum {string}
             */
            field?: "kind" | "category" | "sentiment";
        };
        TrainDto: {
            /**
             * @description All three when left out.
             * @enum {string}
             */
            field?: "kind" | "category" | "sentiment";
            /** @description Only measure; store nothing. */
            dryRun?: boolean;
        };
        TrialDto: {
            /** @enum {string} */
            field: "kind" | "category" | "sentiment";
            /** @enum {string} */
            verdict: "too-few" | "better" | "not-better";
            /** @description What was done and why. */
            because: string;
            figures: components["schemas"]["TrialFiguresDto"];
        };
        ClusterDto: {
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * @description Who gave the name.
             * @enum {string}
             */
            namedBy: "machine" | "model" | "person";
            /** @description First level of the category that most of its items have. */
            category: string;
            /** @description The language that most of its items are in. */
            language: string;
            /** @enum {string} */
            status: "open" | "planned" | "in-progress" | "done" | "declined" | "dismissed";
            /** @description The machine adds nothing and changes nothing. */
            locked: boolean;
            /** @description A person has decided something about it. */
            settled: boolean;
            /** @description Items in it. */
            size: number;
            /** @description Items in it that are not closed. */
            open: number;
            /** @description Different customers: a known one counts once, however often the same was asked; an item from nobody known counts as one. */
            customers: number;
            /** @description What to look at first; see docs/impact.md. */
            impact: number;
            /** @description The last seven days against the four weeks before: 1 is steady, 2 is twice as many. */
            growth: number;
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
        };
        ClusterPageDto: {
            items: components["schemas"]["ClusterDto"][];
            nextCursor: string | null;
        };
        TrendsDto: {
            /** Format: uuid */
            id: string;
            /**
             * @description Items of seven days each, oldest first; the last seven days end now.
             * @example [
             *       0,
             *       2,
             *       1,
             *       3,
             *       4,
             *       2,
             *       5,
             *       6,
             *       4,
             *       9,
             *       14,
             *       22
             *     ]
             */
            weeks: number[];
        };
        ImpactPartsDto: {
            /** @description 10 · ln(1 + customers) */
            reach: number;
            /** @description (1 + share of negative items + urgency + how fast it rises) / 4 */
            gravity: number;
            /** @description (1 + 3 · share of open items) / 4 */
            unsettled: number;
            /** @description How much its items say the same: cohesion squared. */
            agreement: number;
            /** @description Halves with every 30 days without a voice. */
            recency: number;
        };
        SentimentMixDto: {
            positive: number;
            neutral: number;
            negative: number;
        };
        CountedDto: {
            name: string;
            items: number;
        };
        QuoteDto: {
            /** Format: uuid */
            feedbackId: string;
            /** @description Whole sentences, personal data masked. */
            text: string;
        };
        ClusterDetailDto: {
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * @description Who gave the name.
             * @enum {string}
             */
            namedBy: "machine" | "model" | "person";
            /** @description First level of the category that most of its items have. */
            category: string;
            /** @description The language that most of its items are in. */
            language: string;
            /** @enum {string} */
            status: "open" | "planned" | "in-progress" | "done" | "declined" | "dismissed";
            /** @description The machine adds nothing and changes nothing. */
            locked: boolean;
            /** @description A person has decided something about it. */
            settled: boolean;
            /** @description Items in it. */
            size: number;
            /** @description Items in it that are not closed. */
            open: number;
            /** @description Different customers: a known one counts once, however often the same was asked; an item from nobody known counts as one. */
            customers: number;
            /** @description What to look at first; see docs/impact.md. */
            impact: number;
            /** @description The last seven days against the four weeks before: 1 is steady, 2 is twice as many. */
            growth: number;
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** @description From a chat model, where one is set up. */
            summary: string | null;
            /**
             * @description What everybody may read of how it stands.
             * @example 预计明年三月完成。
             */
            publicWords: string | null;
            /**
             * Format: uuid
             * @description Where its items went, when it was merged.
             */
            mergedInto: string | null;
            /** @description Mean similarity of two items. */
            cohesion: number;
            /** @description The factors of `impact`. */
            impactParts: components["schemas"]["ImpactPartsDto"] | null;
            /** @description Known customers. */
            knownCustomers: number;
            /** @description Items from nobody known. */
            unknownVoices: number;
            /** @description Items in which a customer asks again. */
            repeats: number;
            sentiment: components["schemas"]["SentimentMixDto"];
            /** @description Mean urgency of its items. */
            urgency: number;
            kinds: components["schemas"]["CountedDto"][];
            /** @description Codes of the units with most of its items, ten at most. */
            units: components["schemas"]["CountedDto"][];
            /** @description The regions with most of its items, ten at most. */
            regions: components["schemas"]["CountedDto"][];
            /** @description Items of the last seven days. */
            week: number;
            /** @description Items of the 28 days before those. */
            weeksBefore: number;
            /** @description Days since the last item. */
            daysSilent: number;
            /** @description Up to five, the most representative first. */
            quotes: components["schemas"]["QuoteDto"][];
            keywords: string[];
            /**
             * Format: date-time
             * @description When this was counted: now, or some minutes ago where there are more than 2,000 items.
             */
            countedAt: string;
        };
        TrendPartDto: {
            /**
             * Format: date
             * @description The day, or the first day of the week.
             */
            day: string;
            items: number;
            /** @description Different customers; an item from nobody known counts as one. */
            customers: number;
        };
        ClusterResolvedDto: {
            /** Format: uuid */
            resolutionId: string;
            affected: number;
        };
        BurstClusterDto: {
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * @description First level of the category that most of its items have.
             * @example network
             */
            category: string;
        };
        BurstDto: {
            id: number;
            /** @description It lasts. */
            active: boolean;
            cluster: components["schemas"]["BurstClusterDto"] | null;
            /** @description Where it is no cluster: the first two levels of the category. */
            category: string | null;
            /** @description `null` for everywhere. */
            region: string | null;
            /**
             * @description Length of the time in which it showed.
             * @enum {number}
             */
            windowHours: 1 | 6 | 24;
            /** @description Items in such a time, at its height. */
            seen: number;
            /** @description As many as its own history let expect. */
            expected: number;
            /** @description Orders of magnitude by which chance alone is out of the question. */
            score: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** Format: date-time */
            endedAt: string | null;
        };
        BurstListDto: {
            items: components["schemas"]["BurstDto"][];
        };
        BurstPointDto: {
            /** Format: date-time */
            at: string;
            /**
             * @description Items of the window that ends at this moment.
             * @example 30
             */
            voices: number;
            /**
             * @description As many as its history until then let expect.
             * @example 1.2
             */
            expected: number;
            /**
             * @description Lower end of what is normal.
             * @example 0
             */
            low: number;
            /**
             * @description Upper end of what is normal: two standard deviations above.
             * @example 4.1
             */
            high: number;
        };
        BurstCurveDto: {
            /** @description Length of the window that each point counts. */
            windowHours: number;
            points: components["schemas"]["BurstPointDto"][];
        };
        ReplyToTryDto: {
            /**
             * @description What the customers would read.
             * @example 三号线各站已新增基站，请您再试试。
             */
            reply: string;
        };
        ChannelCountDto: {
            /**
             * @description `log` sends nothing: it stands where no other is set up.
             * @enum {string}
             */
            channel: "webhook" | "email" | "sms" | "log";
            items: number;
        };
        SampleMessageDto: {
            /**
             * @description Of the customer.
             * @enum {string}
             */
            language: "zh" | "en";
            /** @description Items whose customers are written to in this language. */
            items: number;
            /** @description With a reference and a name that are made up. */
            subject: string;
            text: string;
            /** @description The same as an SMS; `null` where none can be sent. */
            sms: string | null;
        };
        ResolutionPreviewDto: {
            /** @description Open items that it would be for: those that one may see and that have no resolution yet. */
            affected: number;
            /**
             * @description Of so many of them the channel was looked up: all, or the latest 5,000.
             * @example 42
             */
            looked: number;
            channels: components["schemas"]["ChannelCountDto"][];
            /**
             * @description Items whose customer no channel reaches; each of them waits for a person then.
             * @example 0
             */
            unreachable: number;
            /** @description In Chinese and in English. */
            samples: components["schemas"]["SampleMessageDto"][];
        };
        RecurrenceDto: {
            /**
             * @description Length of the time, four weeks at most.
             * @example 4
             */
            weeks: number;
            /**
             * @description Items that were received in it.
             * @example 40
             */
            voices: number;
            /**
             * @description `null` while it is shorter than a week.
             * @example 10
             */
            perWeek: number | null;
        };
        ResolutionOutcomeDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            action: "fixed" | "answered" | "compensated" | "planned" | "declined";
            /** @description What the customers read; personal data masked. */
            reply: string;
            actor: string;
            /** Format: date-time */
            decidedAt: string;
            /** @description Items that it was for. */
            items: number;
            /**
             * @description Items whose customer was told.
             * @example 40
             */
            told: number;
            /**
             * @description Items whose customer was asked whether it helped.
             * @example 40
             */
            asked: number;
            /** @example 20 */
            answered: number;
            /**
             * @description `null` for fewer than 5 answers.
             * @example 17
             */
            solved: number | null;
            /**
             * @description `null` for fewer than 5 answers.
             * @example 3
             */
            notSolved: number | null;
            /**
             * @description Answers with a score.
             * @example 12
             */
            scored: number;
            /**
             * @description 1 to 10; `null` for fewer than 5.
             * @example 8.4
             */
            meanScore: number | null;
            /** @description Before the decision. */
            before: components["schemas"]["RecurrenceDto"];
            /** @description After it. */
            after: components["schemas"]["RecurrenceDto"];
        };
        ClusterOutcomeDto: {
            /** @description The latest first, ten at most. */
            resolutions: components["schemas"]["ResolutionOutcomeDto"][];
        };
        NamedClusterDto: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        ChangedValuesDto: {
            name?: string;
            /** @enum {string} */
            namedBy?: "machine" | "model" | "person";
            /** @enum {string} */
            status?: "open" | "planned" | "in-progress" | "done" | "declined" | "dismissed";
            locked?: boolean;
            /** @example 预计明年三月完成。 */
            publicWords?: string | null;
        };
        EditDto: {
            id: number;
            /** @enum {string} */
            kind: "merge" | "split" | "move" | "change" | "regroup";
            /** @description The cluster that was changed, or that items went away from. */
            cluster: components["schemas"]["NamedClusterDto"];
            /** @description The cluster that items went to. */
            other: components["schemas"]["NamedClusterDto"] | null;
            /** @description Items that moved. */
            items: number;
            /** @description Values as they were; null when items moved. */
            before: components["schemas"]["ChangedValuesDto"] | null;
            /** @description Values as they became. */
            after: components["schemas"]["ChangedValuesDto"] | null;
            /**
             * @description `system` is the machine.
             * @example person:7
             */
            actor: string;
            /** Format: date-time */
            madeAt: string;
            /** Format: date-time */
            undoneAt: string | null;
            undoneBy: string | null;
        };
        EditPageDto: {
            items: components["schemas"]["EditDto"][];
            nextCursor: string | null;
        };
        ClusterStandingDto: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            namedBy: "machine" | "model" | "person";
            /** @enum {string} */
            status: "open" | "planned" | "in-progress" | "done" | "declined" | "dismissed";
            locked: boolean;
            /** @example 预计明年三月完成。 */
            publicWords: string | null;
            /** @description A person has decided something about it: the machine takes none of its members away. */
            settled: boolean;
            /**
             * Format: uuid
             * @description Where its items went.
             */
            mergedInto: string | null;
            /** @description Items in it. */
            size: number;
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
        };
        EditedDto: {
            /** @description Undo it with `POST /api/v1/clusters/edits/{id}/undo`. */
            edit: components["schemas"]["EditDto"];
            /** @description The clusters that it touched, as they stand now. */
            clusters: components["schemas"]["ClusterStandingDto"][];
        };
        ChangeClusterDto: {
            /**
             * @description Its name; from now on nobody but a person changes it.
             * @example 地铁里信号弱
             */
            name?: string;
            /** @description Locked: the machine adds nothing and changes nothing. People still may. */
            locked?: boolean;
            /**
             * @description `dismissed`: noise, left out of lists.
             * @enum {string}
             */
            status?: "open" | "planned" | "in-progress" | "done" | "declined" | "dismissed";
            /**
             * @description What everybody may read of how it stands; `null` takes it back. Personal data is masked.
             * @example 三号线各站的基站预计明年三月完成。
             */
            publicWords?: string;
        };
        MergeClustersDto: {
            /**
             * Format: uuid
             * @description The cluster that stays.
             */
            into: string;
        };
        SplitClusterDto: {
            /** @description Members that leave; some have to stay. One that is named twice counts once. */
            feedbackIds: string[];
            /** @description Name of the new cluster; the machine finds one when it is left out. */
            name?: string;
        };
        MoveItemsDto: {
            /** @description Members that leave. One that is named twice counts once. */
            feedbackIds: string[];
            /**
             * Format: uuid
             * @description The cluster that they belong to.
             */
            to: string;
        };
        SuggestionQuoteDto: {
            /** Format: uuid */
            feedbackId: string;
            text: string;
        };
        SuggestedClusterDto: {
            /** @description Items. */
            size: number;
            /** @description Personal data is masked. */
            quotes: components["schemas"]["SuggestionQuoteDto"][];
            /** Format: uuid */
            id: string;
            name: string;
        };
        SuggestedPartDto: {
            /** @description Items. */
            size: number;
            /** @description Personal data is masked. */
            quotes: components["schemas"]["SuggestionQuoteDto"][];
            feedbackIds: string[];
        };
        SuggestionDto: {
            id: number;
            /** @enum {string} */
            kind: "merge" | "split";
            /** @description How sure. */
            score: number;
            /** Format: date-time */
            madeAt: string;
            /** @description For a split, the quotes are of those that would stay. */
            cluster: components["schemas"]["SuggestedClusterDto"];
            /** @description The cluster that looks like it. */
            other: components["schemas"]["SuggestedClusterDto"] | null;
            /** @description The items that would leave it. */
            part: components["schemas"]["SuggestedPartDto"] | null;
        };
        SuggestionListDto: {
            items: components["schemas"]["SuggestionDto"][];
        };
        RefusedDto: {
            id: number;
            /** @description Clusters that the machine leaves as they are now. */
            settled: string[];
        };
        DeliveryDecisionDto: {
            /**
             * @description `resend`, or `confirm-sent` when somebody knows that it arrived.
             * @enum {string}
             */
            decision: "resend" | "confirm-sent";
        };
        StoredSourceDto: {
            name: string;
            callbackUrl: string;
            /** Format: date-time */
            createdAt: string;
        };
        SourceDto: {
            /**
             * @description http or https address that is called.
             * @example https://crm.example.com/huiyin
             */
            callbackUrl: string;
            /** @description Signing secret after Standard Webhooks (`whsec_…`); when it is left out, the one on record stays, or one is made. */
            secret?: string;
        };
        NewSourceDto: {
            name: string;
            callbackUrl: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Shown only now, when it was just made or given. */
            secret?: string;
        };
        PercentilesDto: {
            p50: number | null;
            p90: number | null;
            p99: number | null;
        };
        StageFiguresDto: {
            /** @enum {string} */
            stage: "collect" | "analyze" | "route" | "resolve" | "deliver" | "recollect";
            /** @description Items in the stage now. */
            here: number;
            ready: number;
            waitingHere: number;
            parked: number;
            overdue: number;
            oldestSeconds: number | null;
            /** @description Visits that began in the period. */
            entered: number;
            /** @description Visits that ended in the period. */
            left: number;
            inStage: components["schemas"]["PercentilesDto"];
            waiting: components["schemas"]["PercentilesDto"];
            working: components["schemas"]["PercentilesDto"];
            /**
             * @description How far a percentile may lie from the exact one, as a share of it; 0 is exact.
             * @example 0
             */
            percentileError: number;
        };
        ReplayDto: {
            ids?: string[];
            /**
             * @description Only those parked in this stage.
             * @enum {string}
             */
            stage?: "collect" | "analyze" | "route" | "resolve" | "deliver" | "recollect";
        };
        ReplayedDto: {
            replayed: number;
        };
        FigureDto: {
            /** @example 0.93 */
            value: number | null;
            /**
             * @description How many items or answers are behind it.
             * @example 214
             */
            n: number;
            /**
             * @description `few`: fewer than 5 items or answers are behind it, so it is not told.
             * @example null
             * @enum {string|null}
             */
            withheld: "few" | null;
        };
        RoundDto: {
            /** @example 1803.2 */
            p50: number | null;
            /** @example 86400 */
            p90: number | null;
            /** @example 214 */
            n: number;
            /**
             * @description `few`: fewer than 5 items or answers are behind it, so it is not told.
             * @example null
             * @enum {string|null}
             */
            withheld: "few" | null;
        };
        SummaryDto: {
            /** @example 2026-10-23T08:00:00.000000Z */
            from: string;
            /** @example 2026-11-22T08:00:00.000000Z */
            to: string;
            /** @description Of the items that were closed, the share that was told of the answer and asked whether it helped. */
            closedLoop: components["schemas"]["FigureDto"];
            /** @description Of the questions that are over, the share after which the item went round again. */
            reopened: components["schemas"]["FigureDto"];
            /** @description Of the items that were resolved, the share resolved within the limit of their assignment. */
            kept: components["schemas"]["FigureDto"];
            /** @description Seconds from receipt to closing, of the items that were closed. */
            round: components["schemas"]["RoundDto"];
            /** @description Share of the answers that say it is solved. */
            solved: components["schemas"]["FigureDto"];
            /** @description Net promoter score, −100 to 100. The scale is 1 to 10 without a 0: 9 and 10 promote, 1 to 6 detract. */
            nps: components["schemas"]["FigureDto"];
            /** @description Share of 10s among the scores (10 分满意率). */
            tens: components["schemas"]["FigureDto"];
            /** @description Share of the questions that are over and were answered. */
            response: components["schemas"]["FigureDto"];
        };
        TimesDto: {
            /** @example 1803.2 */
            p50: number | null;
            /** @example 86400 */
            p90: number | null;
        };
        StageTimesDto: {
            /** @enum {string} */
            stage: "collect" | "analyze" | "route" | "resolve" | "deliver" | "recollect";
            /**
             * @description Visits that ended in the period.
             * @example 214
             */
            n: number;
            /**
             * @description `few`: fewer than 5 items or answers are behind it, so it is not told.
             * @example null
             * @enum {string|null}
             */
            withheld: "few" | null;
            waiting: components["schemas"]["TimesDto"];
            working: components["schemas"]["TimesDto"];
        };
        UnitTimesDto: {
            /**
             * @description Code; null is everything that was asked for.
             * @example gd
             */
            unit: string | null;
            stages: components["schemas"]["StageTimesDto"][];
        };
        TimesByUnitDto: {
            /** @example 2026-10-23T08:00:00.000000Z */
            from: string;
            /** @example 2026-11-22T08:00:00.000000Z */
            to: string;
            times: components["schemas"]["UnitTimesDto"][];
        };
        LinkDto: {
            /**
             * @example resolve
             * @enum {string}
             */
            from: "collect" | "analyze" | "route" | "resolve" | "deliver" | "recollect";
            /** @example handed-back */
            outcome: string;
            /**
             * @example route
             * @enum {string}
             */
            to: "collect" | "analyze" | "route" | "resolve" | "deliver" | "recollect" | "closed";
            /**
             * @description True when items go back: handed back, or not solved.
             * @example true
             */
            rework: boolean;
            /** @example 17 */
            n: number | null;
            /**
             * @description `few`: fewer than 5 items or answers are behind it, so it is not told.
             * @example null
             * @enum {string|null}
             */
            withheld: "few" | null;
        };
        FlowDto: {
            /** @example 2026-10-23T08:00:00.000000Z */
            from: string;
            /** @example 2026-11-22T08:00:00.000000Z */
            to: string;
            links: components["schemas"]["LinkDto"][];
        };
        SatisfactionThenDto: {
            /**
             * @description The day, or the first one of the week (Monday) or month.
             * @example 2026-11-16
             */
            day: string;
            solved: components["schemas"]["FigureDto"];
            nps: components["schemas"]["FigureDto"];
            tens: components["schemas"]["FigureDto"];
            response: components["schemas"]["FigureDto"];
        };
        SatisfactionDto: {
            /** @example 2026-10-23T08:00:00.000000Z */
            from: string;
            /** @example 2026-11-22T08:00:00.000000Z */
            to: string;
            series: components["schemas"]["SatisfactionThenDto"][];
        };
        HourOfWeekDto: {
            /**
             * @description 1 is Monday, 7 is Sunday.
             * @example 1
             */
            weekday: number;
            /** @example 9 */
            hour: number;
            /** @example 84 */
            n: number | null;
            /**
             * @description `few`: fewer than 5 items or answers are behind it, so it is not told.
             * @example null
             * @enum {string|null}
             */
            withheld: "few" | null;
        };
        ArrivalsDto: {
            /** @example 2026-10-23T08:00:00.000000Z */
            from: string;
            /** @example 2026-11-22T08:00:00.000000Z */
            to: string;
            hours: components["schemas"]["HourOfWeekDto"][];
        };
        ComplaintRateDto: {
            /** @example gd */
            unit: string;
            /** @example 312 */
            complaints: number | null;
            /**
             * @description All items of the unit that were received in the period.
             * @example 940
             */
            items: number;
            /**
             * @description Customers whom the unit serves; null when nobody has said.
             * @example 8200000
             */
            customers: number | null;
            /** @example 0.38 */
            per10000: number | null;
            /**
             * @description What the complaints are counted on: 10,000 customers, or 10,000 items where it is not known how many customers the unit serves.
             * @enum {string}
             */
            base: "customers" | "items";
            /**
             * @description `few`: fewer than 5 items or answers are behind it, so it is not told.
             * @example null
             * @enum {string|null}
             */
            withheld: "few" | null;
        };
        ComplaintsDto: {
            /** @example 2026-10-23T08:00:00.000000Z */
            from: string;
            /** @example 2026-11-22T08:00:00.000000Z */
            to: string;
            rates: components["schemas"]["ComplaintRateDto"][];
        };
        StoredRuleDto: {
            id: number;
            position: number;
            name: string;
            kinds: ("suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal")[];
            category: string | null;
            region: string | null;
            product: string | null;
            keyword: string | null;
            unit: string;
            limitMinutes: number;
            active: boolean;
        };
        RuleDto: {
            /**
             * @description Name.
             * @example 广东宽带障碍
             */
            name: string;
            kinds?: ("suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal")[];
            /** @description Category, or everything under it. */
            category?: string;
            /** @description Region of the customer. */
            region?: string;
            /** @description Product. */
            product?: string;
            /** @description Word that is found anywhere in the text. */
            keyword?: string;
            /** @description Code of the unit that gets the item. */
            unit: string;
            /** @example 2880 */
            limitMinutes: number;
            /** @default true */
            active: boolean;
        };
        RulesDto: {
            rules: components["schemas"]["RuleDto"][];
        };
        TryRulesDto: {
            rules: components["schemas"]["RuleDto"][];
            /**
             * @description On how many of the latest items.
             * @default 1000
             * @example 1000
             */
            last: number;
        };
        UnitTrialDto: {
            /**
             * @description Code.
             * @example guangdong
             */
            unit: string;
            /**
             * @description With the rules in force.
             * @example 120
             */
            before: number;
            /**
             * @description With the rules tried.
             * @example 96
             */
            after: number;
        };
        MovedItemDto: {
            /** Format: uuid */
            id: string;
            reference: string;
            /** @description The subject, or else the beginning of the words. */
            text: string;
            /**
             * @description Unit, with the rules in force.
             * @example group
             */
            from: string;
            /**
             * @description Unit, with the rules tried.
             * @example guangdong
             */
            to: string;
            /**
             * @description Place of the rule that would decide, from 0; null where none would match.
             * @example 0
             */
            rule: number | null;
        };
        RulesTrialDto: {
            /**
             * @description How many items were tried.
             * @example 1000
             */
            items: number;
            /**
             * @description How many would have gone to another unit.
             * @example 24
             */
            moved: number;
            /**
             * @description How many would have had another time limit.
             * @example 31
             */
            otherLimit: number;
            /** @description The units that get any, those with the greatest change first. */
            units: components["schemas"]["UnitTrialDto"][];
            /**
             * @description Items that each rule would decide, in the order of the rules.
             * @example [
             *       24,
             *       0
             *     ]
             */
            hits: number[];
            /** @description The latest 20 that would have gone to another unit. */
            examples: components["schemas"]["MovedItemDto"][];
        };
        StoredWordDto: {
            word: string;
            /**
             * @description `word` is kept whole, `cue` speaks for a category (and is kept whole), `stop` says nothing.
             * @enum {string}
             */
            kind: "word" | "cue" | "stop";
            category: string | null;
            /** @example person:7 */
            addedBy: string;
            /** Format: date-time */
            addedAt: string;
        };
        WordDto: {
            /**
             * @description As it is written.
             * @example 畅享卡
             */
            word: string;
            /**
             * @description `word` is kept whole, `cue` speaks for a category (and is kept whole), `stop` says nothing. Left out: `word`.
             * @enum {string}
             */
            kind?: "word" | "cue" | "stop";
            /**
             * @description Code of the category that a cue speaks for.
             * @example packages.info
             */
            category?: string;
        };
        WordsDto: {
            words: components["schemas"]["WordDto"][];
        };
        WordCountDto: {
            words: number;
        };
        SurveyTakenDto: {
            /** @example HY-2026-000123 */
            reference: string;
            solved: boolean;
        };
        SurveyAnswerDto: {
            solved: boolean;
            score?: number;
            /** @description The customer's own words. */
            comment?: string;
        };
        TemplateDto: {
            /** @enum {string} */
            purpose: "answer" | "survey";
            /** @enum {string} */
            kind: "any" | "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
            /** @enum {string} */
            language: "zh" | "en";
            subject: string;
            body: string;
            html: string | null;
            sms: string | null;
            /** @description 0 is the default, which nobody has changed. */
            version: number;
            /** @example person:7 */
            changedBy: string | null;
            /** Format: date-time */
            changedAt: string | null;
        };
        TemplateTextDto: {
            /**
             * @description One line.
             * @example 您的反馈已有答复（{{reference}}）
             */
            subject: string;
            /**
             * @description Plain text with `{{reference}}`, `{{name}}` and, which it must hold, `{{reply}}` (answer) or `{{link}}` (survey).
             * @example 您好：
             *
             *     您的反馈（编号 {{reference}}）答复如下：
             *
             *     {{reply}}
             */
            body: string;
            /** @description A fragment of HTML with inline styles; made from `body` when left out. No scripts, forms, pictures. */
            html?: string;
            /** @description The same as SMS; the default when left out. */
            sms?: string;
        };
        PreviewTemplateDto: {
            /**
             * @description What the message is for.
             * @example answer
             * @enum {string}
             */
            purpose: "answer" | "survey";
            /**
             * @description Of the item; `any` where a kind has none of its own.
             * @example any
             * @enum {string}
             */
            kind: "any" | "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
            /**
             * @description Of the customer's words.
             * @example zh
             * @enum {string}
             */
            language: "zh" | "en";
            /** @description To be tried; with `body`. Left out: the template in use. */
            subject?: string;
            /** @description To be tried. */
            body?: string;
            /** @description To be tried. */
            html?: string;
            /** @description To be tried. */
            sms?: string;
            /** @description Id or reference of an item to show it for; a sample when left out. */
            item?: string;
        };
        SmsPreviewDto: {
            text: string;
            /** @enum {string} */
            encoding: "gsm-7" | "ucs-2";
            /** @description Places; in Chinese one part takes 70, each of several 67. */
            length: number;
            /** @description What is charged. */
            parts: number;
        };
        PreviewDto: {
            subject: string;
            text: string;
            /** @description Show it in a frame without scripts. */
            html: string;
            sms: components["schemas"]["SmsPreviewDto"];
        };
        InboundMailDto: {
            /**
             * @description `known`: it had come before, and nothing was done.
             * @enum {string}
             */
            outcome: "reply" | "new-item" | "bounce" | "automatic" | "loop" | "too-many" | "belongs-nowhere" | "empty" | "refused" | "known";
        };
        OpenMessageDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "reply" | "bounce";
            /** @description Of the item when it came. */
            cycle: number;
            /** @description Of the item when it came. */
            stage: string;
            /** Format: date-time */
            receivedAt: string;
            /** @description Without what it quotes; masked. */
            text: string;
            /** @description Files that came with it; they are not kept. */
            attachments: number;
            /**
             * Format: uuid
             * @description The item made of it, because this one was closed.
             */
            becameId: string | null;
            /**
             * @description Null while it waits for a person.
             * @enum {string|null}
             */
            decision: "thanks" | "noted" | "not-solved" | "new-item" | null;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: uuid */
            feedbackId: string;
            /** @example HY-2026-000123 */
            reference: string;
        };
        MessageDecisionDto: {
            /**
             * @description `noted`: it was read. `not-solved`: it says so; the next cycle begins, as after that answer on the page.
             * @enum {string}
             */
            decision: "noted" | "not-solved";
        };
        MailBarDto: {
            /** Format: uuid */
            id: string;
            /**
             * @description Masked; null when only its holder was here.
             * @example a***@example.com
             */
            address: string | null;
            /**
             * Format: date-time
             * @description Nothing is sent there since.
             */
            bouncedAt: string | null;
            /** @example The mail came back: 5.1.1. */
            bounceReason: string | null;
            /**
             * Format: date-time
             * @description No questions are sent there since.
             */
            unsubscribedAt: string | null;
        };
        FindMailBarDto: {
            /**
             * @description The address; it is only compared, not kept.
             * @example wang@example.com
             */
            address: string;
        };
        WebhookDto: {
            /** Format: uuid */
            id: string;
            url: string;
            description: string;
            events: string[];
            /** @description Empty for all. */
            units: string[];
            /** @description Empty for all. */
            kinds: ("suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal")[];
            active: boolean;
            /**
             * @description Why it is off: somebody wanted it, its target said 410, or its target has failed for days.
             * @enum {string|null}
             */
            offReason: "person" | "gone" | "failing" | null;
            /** Format: date-time */
            offAt: string | null;
            /** @description Failed tries since the last one that went well. */
            failures: number;
            /** Format: date-time */
            failingSince: string | null;
            /**
             * Format: date-time
             * @description Nothing is tried before.
             */
            pausedUntil: string | null;
            /** @description Messages on their way, counted up to 10,000. */
            waiting: number;
            /** @description True while events of the past are being told again. */
            replaying: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        NewWebhookDto: {
            /**
             * @description http or https address that is called.
             * @example https://crm.example.com/huiyin
             */
            url: string;
            /**
             * @description Names of events; `feedback.*`, `cluster.*` and `*` stand for several.
             * @example [
             *       "feedback.*"
             *     ]
             */
            events: ("*" | "feedback.*" | "cluster.*" | "feedback.collected" | "feedback.analyzed" | "feedback.routed" | "feedback.resolved" | "feedback.handed-back" | "feedback.dismissed" | "feedback.delivered" | "feedback.undeliverable" | "feedback.confirmed" | "feedback.silent" | "feedback.not-solved" | "cluster.burst" | "cluster.burst-ended")[];
            /**
             * @description Codes of units: only events of items in these units and under them.
             * @example [
             *       "guangdong"
             *     ]
             */
            units?: string[];
            /**
             * @description Only events of items of these kinds.
             * @example [
             *       "complaint"
             *     ]
             */
            kinds?: ("suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal")[];
            /**
             * @description What it is for.
             * @example CRM Guangdong
             */
            description?: string;
            /** @description Secret after Standard Webhooks (`whsec_…`); one is made when it is left out. */
            secret?: string;
        };
        MadeWebhookDto: {
            /** Format: uuid */
            id: string;
            url: string;
            description: string;
            events: string[];
            /** @description Empty for all. */
            units: string[];
            /** @description Empty for all. */
            kinds: ("suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal")[];
            active: boolean;
            /**
             * @description Why it is off: somebody wanted it, its target said 410, or its target has failed for days.
             * @enum {string|null}
             */
            offReason: "person" | "gone" | "failing" | null;
            /** Format: date-time */
            offAt: string | null;
            /** @description Failed tries since the last one that went well. */
            failures: number;
            /** Format: date-time */
            failingSince: string | null;
            /**
             * Format: date-time
             * @description Nothing is tried before.
             */
            pausedUntil: string | null;
            /** @description Messages on their way, counted up to 10,000. */
            waiting: number;
            /** @description True while events of the past are being told again. */
            replaying: boolean;
            /** Format: date-time */
            createdAt: string;
            /**
             * @description Shown this once.
             * @example whsec_…
             */
            secret: string;
        };
        WebhookPatchDto: {
            /**
             * @description http or https address that is called.
             * @example https://crm.example.com/huiyin
             */
            url?: string;
            /**
             * @description Names of events; `feedback.*`, `cluster.*` and `*` stand for several.
             * @example [
             *       "feedback.*"
             *     ]
             */
            events?: ("*" | "feedback.*" | "cluster.*" | "feedback.collected" | "feedback.analyzed" | "feedback.routed" | "feedback.resolved" | "feedback.handed-back" | "feedback.dismissed" | "feedback.delivered" | "feedback.undeliverable" | "feedback.confirmed" | "feedback.silent" | "feedback.not-solved" | "cluster.burst" | "cluster.burst-ended")[];
            /**
             * @description Codes of units: only events of items in these units and under them.
             * @example [
             *       "guangdong"
             *     ]
             */
            units?: string[];
            /**
             * @description Only events of items of these kinds.
             * @example [
             *       "complaint"
             *     ]
             */
            kinds?: ("suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal")[];
            /**
             * @description What it is for.
             * @example CRM Guangdong
             */
            description?: string;
            /** @description False switches it off, true on again. */
            active?: boolean;
        };
        RotateSecretDto: {
            /** @description `whsec_…`; one is made when it is left out. */
            secret?: string;
            /**
             * @description Hours in which both secrets are signed with; 0 cuts the old one off at once.
             * @default 24
             */
            keepOldHours: number;
        };
        RotatedSecretDto: {
            /**
             * @description Shown this once.
             * @example whsec_…
             */
            secret: string;
        };
        TestResultDto: {
            messageId: string;
            status: number | null;
            durationMs: number;
            error: string | null;
        };
        AttemptDto: {
            id: number;
            /** @description The `webhook-id` header: the same at every try of one event. */
            messageId: string;
            event: string;
            /** Format: date-time */
            at: string;
            /** @description Of HTTP; null when there was no answer. */
            status: number | null;
            durationMs: number;
            /** @description Why it counts as failed. */
            error: string | null;
        };
        AttemptsDto: {
            items: components["schemas"]["AttemptDto"][];
            nextBefore: number | null;
        };
        ReplayWebhookDto: {
            /**
             * Format: date-time
             * @description A moment.
             * @example 2026-11-22T08:00:00Z
             */
            from?: string;
            /**
             * @description The cursor of an event; those after it are told again.
             * @example 4711-815
             */
            cursor?: string;
        };
        NoticeChannelDto: {
            /** Format: uuid */
            id: string;
            /** @example 广东投诉处理群 */
            name: string;
            /** @enum {string} */
            kind: "wecom" | "dingtalk" | "email";
            /**
             * @description What of the address may be shown.
             * @example https://qyapi.weixin.qq.com/…
             */
            target: string;
            /** @description True when a sign secret is set. */
            signed: boolean;
            /**
             * @example [
             *       "item.overdue",
             *       "cluster.burst"
             *     ]
             */
            events: ("item.overdue" | "cluster.burst" | "item.parked" | "item.handed-back" | "item.assigned" | "webhook.off" | "notices.off")[];
            /**
             * @description Null for no unit in particular.
             * @example guangdong
             */
            unit: string | null;
            /** @enum {string} */
            language: "zh" | "en";
            active: boolean;
            /**
             * @description Why it is off: somebody wanted it, the robot or address is gone, it refuses what is sent, or it has failed for days.
             * @enum {string|null}
             */
            offReason: "person" | "gone" | "refused" | "failing" | null;
            /** Format: date-time */
            offAt: string | null;
            /**
             * @description Failed tries since the last one that went well.
             * @example 0
             */
            failures: number;
            /** Format: date-time */
            failingSince: string | null;
            /** @description Why the last try failed, and what to do. */
            lastError: string | null;
            /**
             * Format: date-time
             * @description Nothing is sent before.
             */
            nextAt: string | null;
            /**
             * @description Notices on their way, counted up to 10,000.
             * @example 0
             */
            waiting: number;
            /** Format: date-time */
            createdAt: string;
        };
        NewNoticeChannelDto: {
            /**
             * @description What it is called.
             * @example 广东投诉处理群
             */
            name: string;
            /**
             * @description A group robot of WeCom (企业微信) or DingTalk (钉钉), or mail.
             * @example wecom
             * @enum {string}
             */
            kind: "wecom" | "dingtalk" | "email";
            /**
             * @description Of a robot: its webhook address, which holds its key. Stored sealed, never shown again.
             * @example https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa
             */
            url?: string;
            /** @description Of mail: the address of a person or a list. Stored sealed, shown masked. */
            address?: string;
            /** @description Of a DingTalk robot: its sign secret (加签), `SEC…`. Stored sealed, never shown. */
            secret?: string;
            /**
             * @description `item.overdue`: The time limit of an item has passed; it was escalated. 反馈超过处理时限，已升级。
             *     `cluster.burst`: An issue is suddenly raised far more often than usual. 某个问题突然大量出现（热点）。
             *     `item.parked`: An item failed again and again and was parked; it waits to be replayed. 反馈多次处理失败，已搁置，等待人工重放。
             *     `item.handed-back`: A unit handed an item back. 承办单位退回了反馈。
             *     `item.assigned`: A unit was given an item. 反馈已派给单位。
             *     `webhook.off`: A webhook was switched off because its target is gone or failing. Webhook 因目标失效而停用。
             *     `notices.off`: Another notice channel was switched off because it is gone or failing. 另一条员工通知渠道因失效而停用。
             * @example [
             *       "item.overdue",
             *       "cluster.burst"
             *     ]
             */
            events: ("item.overdue" | "cluster.burst" | "item.parked" | "item.handed-back" | "item.assigned" | "webhook.off" | "notices.off")[];
            /**
             * @description Code of a unit: only what belongs to it or to a unit under it. Hot issues belong to none.
             * @example guangdong
             */
            unit?: string;
            /**
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en";
        };
        NoticeChannelPatchDto: {
            /**
             * @description What it is called.
             * @example 广东投诉处理群
             */
            name?: string;
            /**
             * @description Of a robot: its webhook address, which holds its key. Stored sealed, never shown again.
             * @example https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa
             */
            url?: string;
            /** @description Of mail: the address of a person or a list. Stored sealed, shown masked. */
            address?: string;
            /** @description Of a DingTalk robot: its sign secret (加签), `SEC…`. Stored sealed, never shown. */
            secret?: string;
            /**
             * @description `item.overdue`: The time limit of an item has passed; it was escalated. 反馈超过处理时限，已升级。
             *     `cluster.burst`: An issue is suddenly raised far more often than usual. 某个问题突然大量出现（热点）。
             *     `item.parked`: An item failed again and again and was parked; it waits to be replayed. 反馈多次处理失败，已搁置，等待人工重放。
             *     `item.handed-back`: A unit handed an item back. 承办单位退回了反馈。
             *     `item.assigned`: A unit was given an item. 反馈已派给单位。
             *     `webhook.off`: A webhook was switched off because its target is gone or failing. Webhook 因目标失效而停用。
             *     `notices.off`: Another notice channel was switched off because it is gone or failing. 另一条员工通知渠道因失效而停用。
             * @example [
             *       "item.overdue",
             *       "cluster.burst"
             *     ]
             */
            events?: ("item.overdue" | "cluster.burst" | "item.parked" | "item.handed-back" | "item.assigned" | "webhook.off" | "notices.off")[];
            /**
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en";
            /**
             * @description Code of a unit; null for no unit in particular.
             * @example guangdong
             */
            unit?: string | null;
            /** @description False switches it off, true on again. */
            active?: boolean;
        };
        NoticeTestDto: {
            /**
             * @description Of HTTP or SMTP; null when there was no answer.
             * @example 200
             */
            status: number | null;
            /**
             * @description The `errcode` of a robot: 0 is success.
             * @example 0
             */
            code: number | null;
            /** @example 87 */
            durationMs: number;
            /** @description Why it counts as failed, and what to do. */
            error: string | null;
        };
        NoticeAttemptDto: {
            /**
             * @description Of HTTP or SMTP; null when there was no answer.
             * @example 200
             */
            status: number | null;
            /**
             * @description The `errcode` of a robot: 0 is success.
             * @example 0
             */
            code: number | null;
            /** @example 87 */
            durationMs: number;
            /** @description Why it counts as failed, and what to do. */
            error: string | null;
            /** @example 815 */
            id: number;
            /** Format: date-time */
            at: string;
            /** @description True when somebody wanted to see whether it works. */
            test: boolean;
            /**
             * @description How many notices were in it.
             * @example 12
             */
            notices: number;
            /** @description True while it is being sent. */
            underWay: boolean;
        };
        NoticeAttemptsDto: {
            items: components["schemas"]["NoticeAttemptDto"][];
            nextBefore: number | null;
        };
        InboundResultDto: {
            index: number;
            /** @enum {string} */
            status: "accepted" | "duplicate" | "resolved" | "skipped";
            /** Format: uuid */
            id?: string;
            /** @example HY-2026-000001 */
            reference?: string;
        };
        InboundResultsDto: {
            results: components["schemas"]["InboundResultDto"][];
        };
        RefusalDto: {
            /** Format: date-time */
            at: string;
            /** @description Without anything that was in the message. */
            detail: string;
        };
        InboundSourceDto: {
            /** @description As in `source` of the feedback, and in the address. */
            name: string;
            description: string;
            /**
             * @example {
             *       "type": "hmac",
             *       "header": "X-Signature",
             *       "encoding": "hex",
             *       "prefix": "sha256="
             *     }
             */
            check: {
                [key: string]: unknown;
            };
            /**
             * @example {
             *       "items": "data.cases",
             *       "fields": {
             *         "externalId": "caseNo",
             *         "text": {
             *           "path": [
             *             "title",
             *             "content"
             *           ],
             *           "join": "\n"
             *         },
             *         "kind": {
             *           "path": "type",
             *           "map": {
             *             "投诉": "complaint",
             *             "咨询": "enquiry"
             *           },
             *           "default": "suggestion"
             *         },
             *         "channel": {
             *           "const": "crm"
             *         },
             *         "occurredAt": {
             *           "path": "createTime",
             *           "time": "+08:00"
             *         },
             *         "customer.phone": "contact.mobile",
             *         "attributes.level": "level"
             *       },
             *       "resolve": {
             *         "when": {
             *           "path": "status",
             *           "in": [
             *             "已办结",
             *             "closed"
             *           ]
             *         },
             *         "summary": {
             *           "path": "result",
             *           "default": "CRM 办结"
             *         },
             *         "reply": {
             *           "path": "replyText"
             *         }
             *       }
             *     }
             */
            mapping: {
                [key: string]: unknown;
            };
            active: boolean;
            refusal: components["schemas"]["RefusalDto"] | null;
            /** Format: date-time */
            createdAt: string;
        };
        InboundSourceToStoreDto: {
            /**
             * @description How the sender is known: `{"type":"standard"}` (Standard Webhooks), `{"type":"hmac","header","encoding":"hex|base64","prefix"?,"timestampHeader"?,"toleranceSeconds"?}`, `{"type":"bearer","header"?}` or `{"type":"basic","username"}`.
             * @example {
             *       "type": "hmac",
             *       "header": "X-Signature",
             *       "encoding": "hex",
             *       "prefix": "sha256="
             *     }
             */
            check: {
                [key: string]: unknown;
            };
            /**
             * @description From the sender's JSON to ours. `items`: path of a list. `when`: items to take. `fields`: our field → a path (`case.subject`, `/case/subject`, `$.root`), or `{path, join, map, default, time}`, or `{const}`. `resolve`: items that tell that an earlier one is solved.
             * @example {
             *       "items": "data.cases",
             *       "fields": {
             *         "externalId": "caseNo",
             *         "text": {
             *           "path": [
             *             "title",
             *             "content"
             *           ],
             *           "join": "\n"
             *         },
             *         "kind": {
             *           "path": "type",
             *           "map": {
             *             "投诉": "complaint",
             *             "咨询": "enquiry"
             *           },
             *           "default": "suggestion"
             *         },
             *         "channel": {
             *           "const": "crm"
             *         },
             *         "occurredAt": {
             *           "path": "createTime",
             *           "time": "+08:00"
             *         },
             *         "customer.phone": "contact.mobile",
             *         "attributes.level": "level"
             *       },
             *       "resolve": {
             *         "when": {
             *           "path": "status",
             *           "in": [
             *             "已办结",
             *             "closed"
             *           ]
             *         },
             *         "summary": {
             *           "path": "result",
             *           "default": "CRM 办结"
             *         },
             *         "reply": {
             *           "path": "replyText"
             *         }
             *       }
             *     }
             */
            mapping: {
                [key: string]: unknown;
            };
            /** @description Secret or token; when it is left out, the one on record stays, or one is made. An old one is taken for some hours more. */
            secret?: string;
            /**
             * @description Hours for which an old secret is still taken; 0 cuts it off at once.
             * @default 24
             */
            keepOldHours: number;
            /** @example BSS/CRM Guangdong */
            description?: string;
            /** @default true */
            active: boolean;
        };
        StoredInboundSourceDto: {
            /** @description As in `source` of the feedback, and in the address. */
            name: string;
            description: string;
            /**
             * @example {
             *       "type": "hmac",
             *       "header": "X-Signature",
             *       "encoding": "hex",
             *       "prefix": "sha256="
             *     }
             */
            check: {
                [key: string]: unknown;
            };
            /**
             * @example {
             *       "items": "data.cases",
             *       "fields": {
             *         "externalId": "caseNo",
             *         "text": {
             *           "path": [
             *             "title",
             *             "content"
             *           ],
             *           "join": "\n"
             *         },
             *         "kind": {
             *           "path": "type",
             *           "map": {
             *             "投诉": "complaint",
             *             "咨询": "enquiry"
             *           },
             *           "default": "suggestion"
             *         },
             *         "channel": {
             *           "const": "crm"
             *         },
             *         "occurredAt": {
             *           "path": "createTime",
             *           "time": "+08:00"
             *         },
             *         "customer.phone": "contact.mobile",
             *         "attributes.level": "level"
             *       },
             *       "resolve": {
             *         "when": {
             *           "path": "status",
             *           "in": [
             *             "已办结",
             *             "closed"
             *           ]
             *         },
             *         "summary": {
             *           "path": "result",
             *           "default": "CRM 办结"
             *         },
             *         "reply": {
             *           "path": "replyText"
             *         }
             *       }
             *     }
             */
            mapping: {
                [key: string]: unknown;
            };
            active: boolean;
            refusal: components["schemas"]["RefusalDto"] | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Shown only now, when it was just made or given. */
            secret?: string;
        };
        TryInboundDto: {
            /**
             * @description A body as the sender sends it.
             * @example {
             *       "data": {
             *         "cases": []
             *       }
             *     }
             */
            sample: {
                [key: string]: unknown;
            };
            /** @description Tried instead of the one on record. */
            mapping?: {
                [key: string]: unknown;
            };
        };
        TriedDto: {
            /** @enum {string} */
            type: "piece" | "solved" | "skipped" | "bad";
            /** @description As POST /api/v1/feedback would take it. */
            piece?: {
                [key: string]: unknown;
            };
            solved?: {
                [key: string]: unknown;
            };
            detail?: string;
            errors?: Record<string, never>[];
        };
        TriedItemsDto: {
            items: components["schemas"]["TriedDto"][];
        };
        BoardSettingDto: {
            /**
             * @description False: nobody outside sees anything, and no mail goes out.
             * @example true
             */
            open: boolean;
            /** @example 建议反馈专区 */
            nameZh: string;
            /** @example Suggestions */
            nameEn: string;
        };
        BoardSettingPatchDto: {
            /**
             * @description False closes the board.
             * @example true
             */
            open?: boolean;
            /**
             * @description Its name in Chinese.
             * @example 建议反馈专区
             */
            nameZh?: string;
            /**
             * @description Its name in English.
             * @example Suggestions
             */
            nameEn?: string;
        };
        PostWordsDto: {
            /**
             * @description Title.
             * @example 地铁里信号更好
             */
            title: string;
            /**
             * @description The suggestion in your own words.
             * @example 希望地铁隧道里也有稳定的 5G 信号。
             */
            text: string;
            /**
             * @description What came of it; null: the public words of the cluster.
             * @example 三号线各站已新增基站。
             */
            answer?: string | null;
        };
        PostDto: {
            /** Format: uuid */
            id: string;
            /**
             * @description Its address is `/board/{slug}`.
             * @example q7w3k9mzp2
             */
            slug: string;
            /** Format: uuid */
            clusterId: string | null;
            /** Format: uuid */
            feedbackId: string | null;
            /**
             * @description Name of the cluster, or reference of the item.
             * @example 地铁里信号弱
             */
            subject: string | null;
            /**
             * @description False once it was withdrawn.
             * @example true
             */
            public: boolean;
            /**
             * @description How the cluster or item stands; what is `dismissed` is not shown.
             * @example planned
             */
            status: string;
            /**
             * @description Of the cluster; shown where the post has no answer.
             * @example 三号线各站已新增基站。
             */
            publicWords: string | null;
            zh: components["schemas"]["PostWordsDto"] | null;
            en: components["schemas"]["PostWordsDto"] | null;
            /**
             * @description Customers who said it, as last counted.
             * @example 128
             */
            people: number;
            /**
             * @description "Me too".
             * @example 42
             */
            votes: number;
            /**
             * @description People who are told by mail.
             * @example 17
             */
            followers: number;
            /** Format: date-time */
            publishedAt: string;
            /** @example person:7 */
            publishedBy: string;
            /** Format: date-time */
            changedAt: string;
        };
        NewPostDto: {
            /**
             * Format: uuid
             * @description The cluster; or else `feedbackId`.
             */
            clusterId?: string;
            /**
             * Format: uuid
             * @description A single item.
             */
            feedbackId?: string;
            /** @description In Chinese; one language at least. */
            zh?: components["schemas"]["PostWordsDto"] | null;
            /** @description In English. */
            en?: components["schemas"]["PostWordsDto"] | null;
        };
        PostPreviewDto: {
            /**
             * Format: uuid
             * @description The cluster; or else `feedbackId`.
             */
            clusterId?: string;
            /**
             * Format: uuid
             * @description A single item.
             */
            feedbackId?: string;
            /** @description In Chinese; one language at least. */
            zh?: components["schemas"]["PostWordsDto"] | null;
            /** @description In English. */
            en?: components["schemas"]["PostWordsDto"] | null;
            /**
             * @description `zh` when left out.
             * @enum {string}
             */
            language?: "zh" | "en";
        };
        PreviewPageDto: {
            /**
             * @description Without anything that can be sent.
             * @example <!doctype html><html lang="zh-CN">…</html>
             */
            html: string;
        };
        PostPatchDto: {
            /** @description In Chinese; one language at least. */
            zh?: components["schemas"]["PostWordsDto"] | null;
            /** @description In English. */
            en?: components["schemas"]["PostWordsDto"] | null;
            /**
             * @description False withdraws it, true makes it public again.
             * @example false
             */
            public?: boolean;
        };
        SubmissionDto: {
            /** Format: uuid */
            feedbackId: string;
            /** @example HY-2026-000123 */
            reference: string;
            /** @description Personal data masked. */
            text: string;
            /** @example zh */
            language: string;
            /** Format: date-time */
            submittedAt: string;
            /** @enum {string} */
            state: "waiting" | "published" | "joined" | "kept";
            category: string | null;
            /** @example resolve */
            stage: string;
            /**
             * Format: uuid
             * @description The cluster that it is in.
             */
            clusterId: string | null;
            /** @example 地铁里信号弱 */
            clusterName: string | null;
            /**
             * Format: uuid
             * @description The public post of that cluster.
             */
            clusterPostId: string | null;
            /**
             * Format: uuid
             * @description The post that it has become or joined.
             */
            postId: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** @example person:7 */
            decidedBy: string | null;
        };
        SubmissionPageDto: {
            items: components["schemas"]["SubmissionDto"][];
            /** Format: uuid */
            nextBefore: string | null;
        };
        SubmissionDecisionDto: {
            /**
             * @description Count it with a post, keep it to the loop, or put it back into the queue.
             * @example join
             * @enum {string}
             */
            decision: "join" | "keep" | "reopen";
            /**
             * Format: uuid
             * @description Needed for `join`.
             */
            postId?: string;
        };
        LiveDto: {
            /** @enum {string} */
            status: "ok";
        };
        ReadyDto: {
            /** @enum {string} */
            status: "ok" | "unavailable";
            /**
             * @description The database answers.
             * @example true
             */
            database: boolean;
            /**
             * @description It has the tables this version needs.
             * @example true
             */
            migrations: boolean;
            /**
             * @description The feed goes on. False after a restore into another cluster of Postgres, when webhooks and streams tell of nothing new: the log of the worker says what to do. The process is ready all the same.
             * @example true
             */
            feed: boolean;
        };
        SignInBody: {
            /** @example admin */
            username: string;
            /** Format: password */
            password: string;
        };
        MeAnswer: {
            /** @enum {string} */
            kind: "person" | "key";
            id: string;
            /** @description Display name of the person, name of the key */
            name: string;
            /** @description Null for a key */
            username: string | null;
            /**
             * @description Null for a key
             * @enum {string|null}
             */
            language: "zh" | "en" | null;
            /** @description None for a key */
            roles: ("frontline" | "case-owner" | "product" | "quality" | "administrator" | "auditor")[];
            /** @description Codes of the units whose items are seen; none for the whole organisation */
            units: string[];
            /** @description The one source that a key may write; null for any */
            source: string | null;
            /** @description Everything allowed, by roles or besides */
            scopes: ("feedback:read" | "feedback:write" | "feedback:resolve" | "feedback:export" | "personal:read" | "personal:erase" | "clusters:read" | "clusters:write" | "units:read" | "units:write" | "rules:write" | "webhooks:write" | "people:write" | "keys:write" | "loop:read" | "loop:operate" | "templates:write" | "audit:read" | "metrics:read" | "admin")[];
            /** @description Nothing else is allowed until POST /api/v1/me/password */
            mustChangePassword: boolean;
        };
        SessionAnswer: {
            me: components["schemas"]["MeAnswer"];
            /**
             * Format: date-time
             * @description Without a request until then it ends
             */
            expiresAt: string;
        };
        WaysAnswer: {
            /** @description With user name and password */
            password: boolean;
            /** @description Where to send the browser; null when none is set up */
            oidc: string | null;
        };
        ChangeMeBody: {
            displayName?: string;
            /** @enum {string} */
            language?: "zh" | "en";
        };
        ChangePasswordBody: {
            /**
             * Format: password
             * @description The present one
             */
            current: string;
            /** Format: password */
            password: string;
        };
        SessionViewAnswer: {
            /**
             * Format: uuid
             * @description For ending it; opens nothing
             */
            id: string;
            /** @enum {string} */
            method: "password" | "oidc";
            /** @description The browser as it named itself */
            agent: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description To the minute
             */
            lastSeenAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description True for the one that asks */
            current: boolean;
        };
        SessionListAnswer: {
            items: components["schemas"]["SessionViewAnswer"][];
        };
        KeyAnswer: {
            /** @description The middle part of hy_<id>_<secret> */
            id: string;
            name: string;
            scopes: ("feedback:read" | "feedback:write" | "feedback:resolve" | "feedback:export" | "personal:read" | "personal:erase" | "clusters:read" | "clusters:write" | "units:read" | "units:write" | "rules:write" | "webhooks:write" | "people:write" | "keys:write" | "loop:read" | "loop:operate" | "templates:write" | "audit:read" | "metrics:read" | "admin")[];
            /** @description The one source that it may write; null for any */
            source: string | null;
            /** @description Code of the unit that it is bound to; null for none */
            unit: string | null;
            /** @example person:1 */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description To the minute
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            rotatedAt: string | null;
            /**
             * Format: date-time
             * @description Until when the secret before the last rotation works; null when it does not
             */
            previousUntil: string | null;
            /** @description True when the person who made it has been deactivated; it works on */
            orphaned: boolean;
        };
        KeysAnswer: {
            items: components["schemas"]["KeyAnswer"][];
        };
        NewKeyBody: {
            /** @example CRM of Guangdong */
            name: string;
            /**
             * @example [
             *       "feedback:write",
             *       "feedback:read"
             *     ]
             */
            scopes: ("feedback:read" | "feedback:write" | "feedback:resolve" | "feedback:export" | "personal:read" | "personal:erase" | "clusters:read" | "clusters:write" | "units:read" | "units:write" | "rules:write" | "webhooks:write" | "people:write" | "keys:write" | "loop:read" | "loop:operate" | "templates:write" | "audit:read" | "metrics:read" | "admin")[];
            /**
             * Format: date-time
             * @description Left out, it has no end
             */
            expiresAt?: string | null;
            /**
             * @description The one source that the key may write
             * @example crm-gd
             */
            source?: string | null;
            /**
             * @description Code of the unit that the key writes for and sees, with what is under it
             * @example gd
             */
            unit?: string | null;
        };
        MadeKeyAnswer: {
            /** @description The middle part of hy_<id>_<secret> */
            id: string;
            name: string;
            scopes: ("feedback:read" | "feedback:write" | "feedback:resolve" | "feedback:export" | "personal:read" | "personal:erase" | "clusters:read" | "clusters:write" | "units:read" | "units:write" | "rules:write" | "webhooks:write" | "people:write" | "keys:write" | "loop:read" | "loop:operate" | "templates:write" | "audit:read" | "metrics:read" | "admin")[];
            /** @description The one source that it may write; null for any */
            source: string | null;
            /** @description Code of the unit that it is bound to; null for none */
            unit: string | null;
            /** @example person:1 */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description To the minute
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            rotatedAt: string | null;
            /**
             * Format: date-time
             * @description Until when the secret before the last rotation works; null when it does not
             */
            previousUntil: string | null;
            /** @description True when the person who made it has been deactivated; it works on */
            orphaned: boolean;
            /** @description The whole key; shown now and never again */
            key: string;
        };
        RotateKeyBody: {
            /**
             * @description Hours for which the present secret goes on working; 0 ends it at once
             * @default 24
             */
            hours: number;
        };
        PersonAnswer: {
            /** @example 7 */
            id: string;
            username: string;
            displayName: string;
            /** @enum {string} */
            language: "zh" | "en";
            active: boolean;
            mustChangePassword: boolean;
            roles: ("frontline" | "case-owner" | "product" | "quality" | "administrator" | "auditor")[];
            /** @description Codes of units; none for the whole organisation */
            units: string[];
            /** @description Besides what the roles allow */
            scopes: ("feedback:read" | "feedback:write" | "feedback:resolve" | "feedback:export" | "personal:read" | "personal:erase" | "clusters:read" | "clusters:write" | "units:read" | "units:write" | "rules:write" | "webhooks:write" | "people:write" | "keys:write" | "loop:read" | "loop:operate" | "templates:write" | "audit:read" | "metrics:read" | "admin")[];
            /** @description Everything allowed, by roles or besides */
            allowed: ("feedback:read" | "feedback:write" | "feedback:resolve" | "feedback:export" | "personal:read" | "personal:erase" | "clusters:read" | "clusters:write" | "units:read" | "units:write" | "rules:write" | "webhooks:write" | "people:write" | "keys:write" | "loop:read" | "loop:operate" | "templates:write" | "audit:read" | "metrics:read" | "admin")[];
            /** Format: date-time */
            createdAt: string;
        };
        PeopleAnswer: {
            items: components["schemas"]["PersonAnswer"][];
        };
        NewPersonBody: {
            /**
             * @description A change ends all sessions at once
             * @example [
             *       "case-owner"
             *     ]
             */
            roles?: ("frontline" | "case-owner" | "product" | "quality" | "administrator" | "auditor")[];
            /**
             * @description Codes of units; the person sees what lies in and under them. Without any, everything
             * @example [
             *       "gd-gz"
             *     ]
             */
            units?: string[];
            /** @description Besides what the roles allow. A change ends all sessions at once */
            scopes?: ("feedback:read" | "feedback:write" | "feedback:resolve" | "feedback:export" | "personal:read" | "personal:erase" | "clusters:read" | "clusters:write" | "units:read" | "units:write" | "rules:write" | "webhooks:write" | "people:write" | "keys:write" | "loop:read" | "loop:operate" | "templates:write" | "audit:read" | "metrics:read" | "admin")[];
            /** @example wang.fang */
            username: string;
            /**
             * @description Left out, it is the user name
             * @example 王芳
             */
            displayName?: string;
            /**
             * Format: password
             * @description Left out, one is made and shown in the answer
             */
            password?: string;
            /**
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en";
            /**
             * @description Whether the first sign-in must end in a password of one’s own
             * @default true
             */
            mustChangePassword: boolean;
        };
        AddedPersonAnswer: {
            /** @example 7 */
            id: string;
            username: string;
            displayName: string;
            /** @enum {string} */
            language: "zh" | "en";
            active: boolean;
            mustChangePassword: boolean;
            roles: ("frontline" | "case-owner" | "product" | "quality" | "administrator" | "auditor")[];
            /** @description Codes of units; none for the whole organisation */
            units: string[];
            /** @description Besides what the roles allow */
            scopes: ("feedback:read" | "feedback:write" | "feedback:resolve" | "feedback:export" | "personal:read" | "personal:erase" | "clusters:read" | "clusters:write" | "units:read" | "units:write" | "rules:write" | "webhooks:write" | "people:write" | "keys:write" | "loop:read" | "loop:operate" | "templates:write" | "audit:read" | "metrics:read" | "admin")[];
            /** @description Everything allowed, by roles or besides */
            allowed: ("feedback:read" | "feedback:write" | "feedback:resolve" | "feedback:export" | "personal:read" | "personal:erase" | "clusters:read" | "clusters:write" | "units:read" | "units:write" | "rules:write" | "webhooks:write" | "people:write" | "keys:write" | "loop:read" | "loop:operate" | "templates:write" | "audit:read" | "metrics:read" | "admin")[];
            /** Format: date-time */
            createdAt: string;
            /** @description The password that was made; null when one was given */
            password: string | null;
        };
        ChangePersonBody: {
            /**
             * @description A change ends all sessions at once
             * @example [
             *       "case-owner"
             *     ]
             */
            roles?: ("frontline" | "case-owner" | "product" | "quality" | "administrator" | "auditor")[];
            /**
             * @description Codes of units; the person sees what lies in and under them. Without any, everything
             * @example [
             *       "gd-gz"
             *     ]
             */
            units?: string[];
            /** @description Besides what the roles allow. A change ends all sessions at once */
            scopes?: ("feedback:read" | "feedback:write" | "feedback:resolve" | "feedback:export" | "personal:read" | "personal:erase" | "clusters:read" | "clusters:write" | "units:read" | "units:write" | "rules:write" | "webhooks:write" | "people:write" | "keys:write" | "loop:read" | "loop:operate" | "templates:write" | "audit:read" | "metrics:read" | "admin")[];
            displayName?: string;
            /** @enum {string} */
            language?: "zh" | "en";
            /** @description False ends all sessions at once */
            active?: boolean;
            /**
             * @description With `active: false`: also revoke the API keys that the person has made
             * @default false
             */
            revokeKeys: boolean;
        };
        PasswordAnswer: {
            password: string;
        };
        LoginAnswer: {
            /** @example 3 */
            id: string;
            issuer: string;
            subject: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt: string | null;
        };
        NewLoginBody: {
            /** @description Left out, the provider of the settings */
            issuer?: string;
            /** @description The provider’s own id of the person (sub) */
            subject: string;
        };
        RoleAnswer: {
            /** @enum {string} */
            role: "frontline" | "case-owner" | "product" | "quality" | "administrator" | "auditor";
            /** @example 承办人 */
            nameZh: string;
            /** @example Case owner */
            nameEn: string;
            zh: string;
            en: string;
            scopes: ("feedback:read" | "feedback:write" | "feedback:resolve" | "feedback:export" | "personal:read" | "personal:erase" | "clusters:read" | "clusters:write" | "units:read" | "units:write" | "rules:write" | "webhooks:write" | "people:write" | "keys:write" | "loop:read" | "loop:operate" | "templates:write" | "audit:read" | "metrics:read" | "admin")[];
        };
        ScopeAnswer: {
            /** @enum {string} */
            scope: "feedback:read" | "feedback:write" | "feedback:resolve" | "feedback:export" | "personal:read" | "personal:erase" | "clusters:read" | "clusters:write" | "units:read" | "units:write" | "rules:write" | "webhooks:write" | "people:write" | "keys:write" | "loop:read" | "loop:operate" | "templates:write" | "audit:read" | "metrics:read" | "admin";
            /** @example 查看反馈及其全程轨迹 */
            zh: string;
            /** @example Read feedback items and their journeys */
            en: string;
        };
        UnitNodeAnswer: {
            code: string;
            /** @enum {string} */
            level: "group" | "province" | "city" | "desk";
            nameZh: string;
            nameEn: string;
            region: string | null;
            active: boolean;
            /** @example 8200000 */
            customers: number | null;
            children: components["schemas"]["UnitNodeAnswer"][];
        };
        UnitPlaceAnswer: {
            code: string;
            /** @enum {string} */
            level: "group" | "province" | "city" | "desk";
            nameZh: string;
            nameEn: string;
            region: string | null;
            active: boolean;
            /** @example 8200000 */
            customers: number | null;
            /**
             * @description Codes of the units above, the group first
             * @example [
             *       "group",
             *       "gd"
             *     ]
             */
            above: string[];
        };
        NewUnitBody: {
            /** @example gd-gz */
            code: string;
            /**
             * @description Code of the unit above; left out, the group
             * @example gd
             */
            parent?: string;
            /** @enum {string} */
            level: "group" | "province" | "city" | "desk";
            /** @example 广州 */
            nameZh: string;
            /**
             * @description Left out, it is nameZh
             * @example Guangzhou
             */
            nameEn?: string;
            /**
             * @description Code of the region it serves
             * @example 4401
             */
            region?: string | null;
            /**
             * @description False when nothing new may be given to it
             * @default true
             */
            active: boolean;
            /**
             * @description How many customers it serves, for complaints per 10,000; null where nobody has said
             * @example 8200000
             */
            customers?: number | null;
        };
        ChangeUnitBody: {
            /**
             * @description Code of the unit above; left out, the group
             * @example gd
             */
            parent?: string;
            /** @enum {string} */
            level?: "group" | "province" | "city" | "desk";
            /** @example 广州 */
            nameZh?: string;
            /**
             * @description Left out, it is nameZh
             * @example Guangzhou
             */
            nameEn?: string;
            /**
             * @description Code of the region it serves
             * @example 4401
             */
            region?: string | null;
            /**
             * @description False when nothing new may be given to it
             * @default true
             */
            active: boolean;
            /**
             * @description How many customers it serves, for complaints per 10,000; null where nobody has said
             * @example 8200000
             */
            customers?: number | null;
        };
        Problem: {
            /** @example urn:huiyin:problem:validation-failed */
            type: string;
            /** @example The request is not valid */
            title: string;
            /** @example 400 */
            status: number;
            /** @description What is wrong and what to do. */
            detail: string;
            /** @enum {string} */
            code: "validation-failed" | "malformed-body" | "bad-cursor" | "unauthenticated" | "missing-scope" | "sign-in-off" | "outside-binding" | "not-found" | "not-waiting" | "already-exists" | "two-secrets" | "cluster-merged" | "not-a-member" | "edit-superseded" | "edit-undone" | "suggestion-decided" | "suggestion-stale" | "import-ended" | "survey-answered" | "survey-expired" | "webhook-off" | "body-too-large" | "unsupported-media-type" | "unreadable-file" | "unknown-unit" | "idempotency-conflict" | "too-many-requests" | "internal-error" | "unavailable" | "stage-failed" | "sign-in-provider" | "delivery-failed";
            errors?: components["schemas"]["ProblemField"][];
            /** @description Give it to whoever runs Huiyin: the log has it too. */
            requestId: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "Read.list": {
        parameters: {
            query?: {
                /** @description Stage the item is in. */
                stage?: "collect" | "analyze" | "route" | "resolve" | "deliver" | "recollect";
                /** @description State the item is in. */
                state?: "ready" | "waiting" | "parked" | "closed";
                /** @description Kind. */
                kind?: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
                /** @description Category, or everything under it: `network` finds `network.coverage`. */
                category?: string;
                /** @description Code of a unit: it and everything under it. */
                unit?: string;
                /** @description Cluster. */
                cluster?: string;
                /** @description Product. */
                product?: string;
                /** @description Words to find, Chinese or English; all of them must be there. */
                q?: string;
                /** @description Received at or after. */
                from?: string;
                /** @description Received before. */
                to?: string;
                /** @description `newest` first when left out; `limit`: only items whose time limit runs, what runs out first. */
                sort?: "newest" | "oldest" | "limit";
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemPageDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Submit.submit": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is the same piece. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitFeedbackDto"];
            };
        };
        responses: {
            /** @description It had been accepted before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedDto"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Submit.batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: components["schemas"]["SubmitFeedbackDto"][];
                };
                "application/x-ndjson": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResultDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Understand.understand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnderstandDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnderstoodDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Understand.taxonomy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SameAs.sameAs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrReference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SameAsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachedDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Recognise.recognise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecogniseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecognisedDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Customers.find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindCustomerDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundCustomersDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Customers.export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportCustomerDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonFileDto"];
                    "text/csv": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Customers.erase": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasedDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Reveal.reveal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrReference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedItemDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Audit.list": {
        parameters: {
            query?: {
                /** @description Who: `person:<id>`, `key:<id>` or `system`. */
                actor?: string;
                /** @description What was done. */
                action?: "request.made" | "personal.revealed" | "feedback.exported" | "customer.found" | "customer.exported" | "customer.erased" | "personal.expired" | "keys.rotated" | "person.changed" | "key.made" | "key.revoked" | "unit.changed" | "webhook.changed" | "notices.changed" | "import.started" | "mapping.changed" | "template.changed" | "board.changed" | "cluster.merged";
                /** @description To what, e.g. `feedback:<id>`, `customer:<id>`. */
                subject?: string;
                /** @description At or after. */
                from?: string;
                /** @description Before. */
                to?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPageDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Mappings.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceMappingDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Mappings.put": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Field → column, as JSON. Left out: as remembered for the source, else columns named like the fields.
                     * @example {
                     *       "text": "反馈内容",
                     *       "externalId": "工单编号",
                     *       "occurredAt": "受理时间",
                     *       "customer.phone": "联系电话"
                     *     }
                     */
                    mapping: {
                        [key: string]: string;
                    };
                    /**
                     * @description Field → the sender's value → ours, as JSON, for kind, channel, phase, unit and product. The usual Chinese and English names (投诉, 建议, 热线, phone) are known without. Left out: as remembered for the source.
                     * @example {
                     *       "kind": {
                     *         "投诉工单": "complaint"
                     *       },
                     *       "channel": {
                     *         "10086": "hotline"
                     *       }
                     *     }
                     */
                    values?: {
                        [key: string]: {
                            [key: string]: string;
                        };
                    };
                    /** @description Code of the unit of rows that name none. */
                    unit?: string;
                    /** @enum {unknown} */
                    channel?: "hotline" | "shop" | "app" | "web" | "sms" | "email" | "board" | "survey" | "crm" | "social" | "other";
                    /** @enum {unknown} */
                    kind?: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
                    product?: string;
                    /** @enum {unknown} */
                    phase?: "pre-sale" | "in-sale" | "after-sale";
                    /**
                     * @description Of times that name none.
                     * @default +08:00
                     */
                    timezone?: string;
                    /**
                     * @description Found out when left out.
                     * @enum {unknown}
                     */
                    encoding?: "utf-8" | "gb18030";
                    /**
                     * @description Of CSV; found out when left out.
                     * @enum {unknown}
                     */
                    delimiter?: "," | ";" | "\t" | "|";
                    /**
                     * @description Found out when left out.
                     * @enum {unknown}
                     */
                    format?: "csv" | "ndjson" | "xlsx";
                    /** @description Of a spreadsheet; its first one when left out. */
                    sheet?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceMappingDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.list": {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPageDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /** @description Name of the system that the file comes from: its rows are told apart by source and their own id. */
                    source?: string;
                    /**
                     * @description Field → column, as JSON. Left out: as remembered for the source, else columns named like the fields.
                     * @example {
                     *       "text": "反馈内容",
                     *       "externalId": "工单编号",
                     *       "occurredAt": "受理时间",
                     *       "customer.phone": "联系电话"
                     *     }
                     */
                    mapping?: {
                        [key: string]: string;
                    };
                    /**
                     * @description Field → the sender's value → ours, as JSON, for kind, channel, phase, unit and product. The usual Chinese and English names (投诉, 建议, 热线, phone) are known without. Left out: as remembered for the source.
                     * @example {
                     *       "kind": {
                     *         "投诉工单": "complaint"
                     *       },
                     *       "channel": {
                     *         "10086": "hotline"
                     *       }
                     *     }
                     */
                    values?: {
                        [key: string]: {
                            [key: string]: string;
                        };
                    };
                    /** @description Code of the unit of rows that name none. */
                    unit?: string;
                    /** @enum {unknown} */
                    channel?: "hotline" | "shop" | "app" | "web" | "sms" | "email" | "board" | "survey" | "crm" | "social" | "other";
                    /** @enum {unknown} */
                    kind?: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
                    product?: string;
                    /** @enum {unknown} */
                    phase?: "pre-sale" | "in-sale" | "after-sale";
                    /**
                     * @description Of times that name none.
                     * @default +08:00
                     */
                    timezone?: string;
                    /**
                     * @description Found out when left out.
                     * @enum {unknown}
                     */
                    encoding?: "utf-8" | "gb18030";
                    /**
                     * @description Of CSV; found out when left out.
                     * @enum {unknown}
                     */
                    delimiter?: "," | ";" | "\t" | "|";
                    /**
                     * @description Found out when left out.
                     * @enum {unknown}
                     */
                    format?: "csv" | "ndjson" | "xlsx";
                    /** @description Of a spreadsheet; its first one when left out. */
                    sheet?: string;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportQueuedDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /** @description Name of the system that the file comes from: its rows are told apart by source and their own id. */
                    source?: string;
                    /**
                     * @description Field → column, as JSON. Left out: as remembered for the source, else columns named like the fields.
                     * @example {
                     *       "text": "反馈内容",
                     *       "externalId": "工单编号",
                     *       "occurredAt": "受理时间",
                     *       "customer.phone": "联系电话"
                     *     }
                     */
                    mapping?: {
                        [key: string]: string;
                    };
                    /**
                     * @description Field → the sender's value → ours, as JSON, for kind, channel, phase, unit and product. The usual Chinese and English names (投诉, 建议, 热线, phone) are known without. Left out: as remembered for the source.
                     * @example {
                     *       "kind": {
                     *         "投诉工单": "complaint"
                     *       },
                     *       "channel": {
                     *         "10086": "hotline"
                     *       }
                     *     }
                     */
                    values?: {
                        [key: string]: {
                            [key: string]: string;
                        };
                    };
                    /** @description Code of the unit of rows that name none. */
                    unit?: string;
                    /** @enum {unknown} */
                    channel?: "hotline" | "shop" | "app" | "web" | "sms" | "email" | "board" | "survey" | "crm" | "social" | "other";
                    /** @enum {unknown} */
                    kind?: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
                    product?: string;
                    /** @enum {unknown} */
                    phase?: "pre-sale" | "in-sale" | "after-sale";
                    /**
                     * @description Of times that name none.
                     * @default +08:00
                     */
                    timezone?: string;
                    /**
                     * @description Found out when left out.
                     * @enum {unknown}
                     */
                    encoding?: "utf-8" | "gb18030";
                    /**
                     * @description Of CSV; found out when left out.
                     * @enum {unknown}
                     */
                    delimiter?: "," | ";" | "\t" | "|";
                    /**
                     * @description Found out when left out.
                     * @enum {unknown}
                     */
                    format?: "csv" | "ndjson" | "xlsx";
                    /** @description Of a spreadsheet; its first one when left out. */
                    sheet?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreviewDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.rejects": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Exports.export": {
        parameters: {
            query: {
                /** @description Stage the item is in. */
                stage?: "collect" | "analyze" | "route" | "resolve" | "deliver" | "recollect";
                /** @description State the item is in. */
                state?: "ready" | "waiting" | "parked" | "closed";
                /** @description Kind. */
                kind?: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
                /** @description Category, or everything under it: `network` finds `network.coverage`. */
                category?: string;
                /** @description Code of a unit: it and everything under it. */
                unit?: string;
                /** @description Cluster. */
                cluster?: string;
                /** @description Product. */
                product?: string;
                /** @description Words to find, Chinese or English; all of them must be there. */
                q?: string;
                /** @description Received at or after. */
                from?: string;
                /** @description Received before. */
                to?: string;
                /** @description `newest` first when left out; `limit`: only items whose time limit runs, what runs out first. */
                sort?: "newest" | "oldest" | "limit";
                /** @description CSV and XLSX have a head in the language; NDJSON has names of fields. */
                format: "csv" | "xlsx" | "ndjson";
                /** @description Of the head; as `Accept-Language` says when left out. */
                language?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Similar.similar": {
        parameters: {
            query: {
                /** @description What is said, as far as it is written: "宽带断" finds what is about 宽带断网. Its first 2,000 characters are compared. An address has room for about 1,700 Chinese characters. */
                text: string;
                /** @description Telephone number or e-mail address of the customer: what the same customer has said comes first. */
                customer?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Read.one": {
        parameters: {
            query?: {
                /** @description Personal data in full; needs personal:read and is put on the audit. */
                reveal?: "true" | "false";
            };
            header?: never;
            path: {
                idOrReference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemDetailDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Correct.correct": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrReference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectedDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Read.journey": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrReference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Resolve.take": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrReference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Resolve.resolve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrReference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolvedDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Resolve.handBack": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrReference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandBackDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Resolve.dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrReference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Rehearse.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RehearseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RehearsedDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notes.ofItem": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrReference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notes.write": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrReference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNoteDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notes.questions": {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenQuestionDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notes.actors": {
        parameters: {
            query: {
                /** @description Actors as the API names them, separated by commas. */
                of: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActorDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Models.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Models.use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseModelDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Models.train": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Clusters.list": {
        parameters: {
            query?: {
                /** @description Part of the name, or words that items of the cluster have. */
                q?: string;
                /** @description Status; dismissed clusters are left out unless asked for. */
                status?: "open" | "planned" | "in-progress" | "done" | "declined" | "dismissed";
                /** @description First level of a category, e.g. `network`. */
                category?: string;
                /** @description `impact` first when left out. */
                sort?: "impact" | "growth" | "size" | "newest";
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterPageDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Clusters.trends": {
        parameters: {
            query: {
                /** @description Ids of clusters with commas between them, at most 200. */
                ids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendsDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Clusters.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterDetailDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Edits.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeClusterDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Clusters.items": {
        parameters: {
            query?: {
                /** @description Stage the item is in. */
                stage?: "collect" | "analyze" | "route" | "resolve" | "deliver" | "recollect";
                /** @description State the item is in. */
                state?: "ready" | "waiting" | "parked" | "closed";
                /** @description Kind. */
                kind?: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
                /** @description Category, or everything under it: `network` finds `network.coverage`. */
                category?: string;
                /** @description Code of a unit: it and everything under it. */
                unit?: string;
                /** @description Cluster. */
                cluster?: string;
                /** @description Product. */
                product?: string;
                /** @description Words to find, Chinese or English; all of them must be there. */
                q?: string;
                /** @description Received at or after. */
                from?: string;
                /** @description Received before. */
                to?: string;
                /** @description `newest` first when left out; `limit`: only items whose time limit runs, what runs out first. */
                sort?: "newest" | "oldest" | "limit";
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemPageDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Clusters.trend": {
        parameters: {
            query?: {
                /** @description `day` when left out; weeks begin on Monday (UTC). */
                by?: "day" | "week";
                /** @description Begin; 90 days or 26 weeks before the end when left out. */
                from?: string;
                /** @description End; now when left out. */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendPartDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Clusters.resolve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterResolvedDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Bursts.list": {
        parameters: {
            query?: {
                /** @description `true`: those that last; `false`: those that are over. */
                active?: "true" | "false";
                /** @description Region. */
                region?: string;
                /** @description Category, or everything under it. */
                category?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BurstListDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Bursts.curve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BurstCurveDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Outcome.preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyToTryDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolutionPreviewDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Outcome.outcome": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterOutcomeDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Edits.edits": {
        parameters: {
            query?: {
                /** @description Edits of this cluster, on either side. */
                cluster?: string;
                /** @description `person:7`; `system` for what the machine did by itself. */
                actor?: string;
                /** @description `regroup`: items that the machine moved. */
                kind?: "merge" | "split" | "move" | "change" | "regroup";
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditPageDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Edits.undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Edits.merge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeClustersDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Edits.split": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitClusterDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Edits.move": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveItemsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Suggestions.list": {
        parameters: {
            query?: {
                /** @description Two that look alike, or one that falls apart. */
                kind?: "merge" | "split";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionListDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Suggestions.accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Suggestions.refuse": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusedDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Deliveries.ofItem": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrReference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Deliveries.decide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliveryDecisionDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Deliveries.undeliverable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrReference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sources.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredSourceDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sources.upsert": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSourceDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sources.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Loop.stages": {
        parameters: {
            query?: {
                /** @description Begin of the period; 30 days before its end when left out. */
                from?: string;
                /** @description End of the period; now when left out. */
                to?: string;
                /** @description Code of a unit: it and everything under it. */
                unit?: string;
                /** @description Kind. */
                kind?: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
                /** @description Product, by its exact name. */
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageFiguresDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Loop.replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Events.events": {
        parameters: {
            query?: never;
            header: {
                "last-event-id": string;
                /** @description Resume after this event. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Insight.summary": {
        parameters: {
            query?: {
                /** @description Begin of the period; 30 days before its end when left out. */
                from?: string;
                /** @description End of the period; now when left out. */
                to?: string;
                /** @description Code of a unit: it and everything under it. */
                unit?: string;
                /** @description Kind. */
                kind?: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
                /** @description Product, by its exact name. */
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummaryDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Insight.times": {
        parameters: {
            query?: {
                /** @description Begin of the period; 30 days before its end when left out. */
                from?: string;
                /** @description End of the period; now when left out. */
                to?: string;
                /** @description Code of a unit: it and everything under it. */
                unit?: string;
                /** @description Kind. */
                kind?: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
                /** @description Product, by its exact name. */
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimesByUnitDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Insight.flow": {
        parameters: {
            query?: {
                /** @description Begin of the period; 30 days before its end when left out. */
                from?: string;
                /** @description End of the period; now when left out. */
                to?: string;
                /** @description Code of a unit: it and everything under it. */
                unit?: string;
                /** @description Kind. */
                kind?: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
                /** @description Product, by its exact name. */
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Insight.satisfaction": {
        parameters: {
            query?: {
                /** @description Begin of the period; 30 days before its end when left out. */
                from?: string;
                /** @description End of the period; now when left out. */
                to?: string;
                /** @description Code of a unit: it and everything under it. */
                unit?: string;
                /** @description Kind. */
                kind?: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
                /** @description Product, by its exact name. */
                product?: string;
                /** @description Time zone, as IANA calls it. */
                zone?: string;
                by?: "day" | "week" | "month";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SatisfactionDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Insight.arrivals": {
        parameters: {
            query?: {
                /** @description Begin of the period; 30 days before its end when left out. */
                from?: string;
                /** @description End of the period; now when left out. */
                to?: string;
                /** @description Code of a unit: it and everything under it. */
                unit?: string;
                /** @description Kind. */
                kind?: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
                /** @description Product, by its exact name. */
                product?: string;
                /** @description Time zone, as IANA calls it. */
                zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArrivalsDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Insight.complaints": {
        parameters: {
            query?: {
                /** @description Begin of the period; 30 days before its end when left out. */
                from?: string;
                /** @description End of the period; now when left out. */
                to?: string;
                /** @description Code of a unit: it and everything under it. */
                unit?: string;
                /** @description Kind. */
                kind?: "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
                /** @description Product, by its exact name. */
                product?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintsDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Rules.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredRuleDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Rules.replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredRuleDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Rules.try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryRulesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesTrialDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Dictionary.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredWordDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Dictionary.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordCountDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Dictionary.remove": {
        parameters: {
            query: {
                /** @description As it is on record. */
                word: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Survey.style": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/css": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Survey.ask": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Survey.answer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyAnswerDto"];
                "application/x-www-form-urlencoded": components["schemas"]["SurveyAnswerDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/json": components["schemas"]["SurveyTakenDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Templates.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Templates.put": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the message is for. */
                purpose: "answer" | "survey";
                /** @description Of the item; `any` where a kind has none of its own. */
                kind: "any" | "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
                /** @description Of the customer's words. */
                language: "zh" | "en";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateTextDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Templates.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the message is for. */
                purpose: "answer" | "survey";
                /** @description Of the item; `any` where a kind has none of its own. */
                kind: "any" | "suggestion" | "complaint" | "enquiry" | "fault" | "praise" | "appeal";
                /** @description Of the customer's words. */
                language: "zh" | "en";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Templates.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewTemplateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "InboundMail.receive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "message/rfc822": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundMailDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Messages.list": {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenMessageDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Messages.decide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrReference: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageDecisionDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MailBars.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailBarDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MailBars.find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindMailBarDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailBarDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MailBars.clear": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Unsubscribe.ask": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Unsubscribe.unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhookDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeWebhookDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookPatchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateSecretDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedSecretDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestResultDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.attempts": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Only tries before this one: `nextBefore` of the page before. */
                before?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptsDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayWebhookDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "NoticeChannels.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeChannelDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "NoticeChannels.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNoticeChannelDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeChannelDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "NoticeChannels.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeChannelDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "NoticeChannels.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "NoticeChannels.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeChannelPatchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeChannelDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "NoticeChannels.test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeTestDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "NoticeChannels.attempts": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Only messages before this one: `nextBefore` of the page before. */
                before?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeAttemptsDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Inbound.receive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundResultsDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "InboundSources.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundSourceDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "InboundSources.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundSourceDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "InboundSources.upsert": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboundSourceToStoreDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredInboundSourceDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "InboundSources.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "InboundSources.try": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryInboundDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriedItemsDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardStaff.setting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardSettingDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardStaff.changeSetting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BoardSettingPatchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardSettingDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardStaff.list": {
        parameters: {
            query?: {
                /** @description Of this cluster. */
                cluster?: string;
                /** @description Of this item. */
                feedback?: string;
                /** @description True: only what is public; false: only what was withdrawn. */
                public?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostDto"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardStaff.publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPostDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardStaff.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostPreviewDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewPageDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardStaff.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardStaff.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardStaff.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostPatchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardStaff.queue": {
        parameters: {
            query?: {
                /** @description `waiting` when left out. */
                state?: "waiting" | "published" | "joined" | "kept";
                /** @description `nextBefore` of the page before. */
                before?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionPageDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardStaff.decide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmissionDecisionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardVisits.ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardVisits.submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the page to go to is in `Location` */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardVisits.vote": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the page to go to is in `Location` */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardVisits.follow": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardLinks.askConfirm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardLinks.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardLinks.askLeave": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BoardLinks.leave": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Board.list": {
        parameters: {
            query?: {
                /** @description Else the language of the browser. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Board.style": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/css": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Board.script": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Board.feed": {
        parameters: {
            query?: {
                /** @description Else the language of the browser. */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Board.sitemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Board.mine": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Board.one": {
        parameters: {
            query?: {
                /** @description Else the language of the browser. */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Robots.robots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyDto"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Metrics.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Session.begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Session.end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Oidc.ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaysAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Oidc.begin": {
        parameters: {
            query?: {
                /** @description A path of the console */
                returnTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Oidc.finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To where the sign-in began */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.who": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.changePassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.mySessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionListAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.endMySessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.endMySession": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Keys.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Keys.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKeyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKeyAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Keys.rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateKeyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKeyAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Keys.endSecret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                which: "current" | "previous";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Keys.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "People.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "People.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPersonBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedPersonAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "People.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "People.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePersonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "People.resetPassword": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Logins.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionListAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Logins.endAll": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Logins.logins": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginAnswer"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Logins.link": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLoginBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Logins.unlink": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                login: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Roles.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleAnswer"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Scopes.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeAnswer"][];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Units.tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitNodeAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Units.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUnitBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitPlaceAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Units.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitPlaceAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Units.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeUnitBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitPlaceAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
