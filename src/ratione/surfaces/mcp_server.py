"""The server of the Model Context Protocol, over standard input and output or over HTTP."""

from __future__ import annotations

import json
from typing import Any

import mcp.types as wire
from anyio import to_thread
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

import ratione

from .mcp_tools import TOOLS, called, input_schema, output_schema
from .shelf import Shelf
from .site.book import Book

__all__ = ["over_stdio", "server_of"]

SAYS = (
    "The Rome Statute system and the relationship of the United States with the International Criminal Court, as dated, "
    "sourced data. Answers are no, open or yes; open is an answer. Quote the sources, the weak marks, the presumptions and the "
    "record version that come with each answer. What is out of scope is refused: do not fill the gap."
)


def server_of(shelf: Shelf) -> Server[Any]:
    """A server that answers from a shelf of records."""

    async def listed(context: Any, params: Any) -> wire.ListToolsResult:
        hints = wire.ToolAnnotations(
            read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        )
        tools = [
            wire.Tool(
                name=one.name,
                description=one.says,
                input_schema=input_schema(one, shelf.served.record),
                output_schema=output_schema(one),
                annotations=hints,
            )
            for one in TOOLS
        ]
        return wire.ListToolsResult(tools=tools)

    async def call(context: Any, params: wire.CallToolRequestParams) -> wire.CallToolResult:
        found, wrong = await to_thread.run_sync(called, shelf, params.name, dict(params.arguments or {}))
        text = wire.TextContent(type="text", text=json.dumps(found, ensure_ascii=False))
        return wire.CallToolResult(content=[text], structured_content=None if wrong else found, is_error=wrong)

    return Server("ratione", version=ratione.__version__, instructions=SAYS, on_list_tools=listed, on_call_tool=call)


async def over_stdio(record: ratione.Record) -> None:
    """Serves until standard input ends."""
    server = server_of(Shelf(Book(record)))
    async with stdio_server() as (reading, writing):
        await server.run(reading, writing, server.create_initialization_options())
