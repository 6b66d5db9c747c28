package dev.lanescope.recording;

import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.trace.ProcessEnd;
import dev.lanescope.trace.State;

import java.util.ArrayList;
import java.util.List;

/// The states of our own runs, as a trace lists them: first the stages, so that a stage's index is
/// its code, then every reason for waiting.
final class RunStates {

    private final int stages;
    private final List<State> all;

    RunStates(List<Stage> workStages) {
        stages = workStages.size();
        var states = new ArrayList<State>();
        workStages.forEach(stage -> states.add(new State(stage.name(), State.Kind.WORK)));
        for (Waiting what : Waiting.values()) {
            states.add(stateOf(what));
        }
        all = List.copyOf(states);
    }

    List<State> all() {
        return all;
    }

    int code(Waiting what) {
        return stages + what.ordinal();
    }

    private static State stateOf(Waiting what) {
        return switch (what) {
            case STARTING -> new State("starting", State.Kind.STARTING);
            case IMPORTING -> new State("importing", State.Kind.STARTING);
            case FOR_WORK -> new State("waiting for work", State.Kind.QUEUE);
            case FOR_LOCK -> new State("waiting for a lock", State.Kind.LOCK);
            case FOR_CHANNEL -> new State("waiting for a channel", State.Kind.CHANNEL);
            case FOR_ROOM -> new State("waiting for room", State.Kind.CHANNEL);
            case FOR_IO -> new State("waiting for I/O", State.Kind.IO);
            case DISPATCHING -> new State("dispatching", State.Kind.QUEUE);
            case ENCODING -> new State("encoding", State.Kind.CHANNEL);
            case DECODING -> new State("decoding", State.Kind.CHANNEL);
            case HANGING -> new State("cannot be killed", State.Kind.LOST);
            case GONE -> new State(ProcessEnd.STATE, State.Kind.LOST);
            case NOTHING_LEFT -> new State("nothing left to do", State.Kind.IDLE);
        };
    }
}
