package planted.alpha;

import org.camunda.bpm.engine.RuntimeService;

/** Planted: uses the engine outside its two packages. */
class EngineUser {

    RuntimeService runtime;
}
